package signpost.ingest;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import signpost.record.store.Schema;

/** What ingest keeps. */
@Factory
public final class IngestRecord {
  public static final Schema SCHEMA =
      new Schema("ingest", "guides are read again, history is lost");

  @Singleton
  Schema schema() {
    return SCHEMA;
  }
}
