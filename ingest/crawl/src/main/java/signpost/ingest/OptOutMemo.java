package signpost.ingest;

import io.micronaut.context.annotation.Context;
import signpost.ingest.store.IngestMemo;
import signpost.record.store.Database;

/** Writes down at each start who is left alone: {@code signpost explain} says it of a database. */
@Context
final class OptOutMemo {
  private static final String NAME = "opt-out";

  OptOutMemo(OptOutConfig config, Database database) {
    database.write(handle -> {
      IngestMemo.write(handle, NAME, String.join("\n", config.hosts()));
      return config;
    });
  }
}
