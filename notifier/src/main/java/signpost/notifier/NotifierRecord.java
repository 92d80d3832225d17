package signpost.notifier;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import signpost.record.store.ModuleSchema;

/** What the notifier keeps. */
@Factory
public final class NotifierRecord {
  public static final ModuleSchema SCHEMA =
      new ModuleSchema(
          "notifier",
          "findings are read again, what was told to whom is forgotten and first reports are sent"
              + " again",
          true);

  @Singleton
  ModuleSchema schema() {
    return SCHEMA;
  }
}
