package signpost.ingest;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import signpost.record.store.ModuleSchema;

/** What ingest keeps. */
@Factory
public final class IngestRecord {
  public static final ModuleSchema SCHEMA =
      new ModuleSchema("ingest", "guides are read again, history is lost", true);

  @Singleton
  ModuleSchema schema() {
    return SCHEMA;
  }
}
