package signpost.notifier;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import signpost.record.store.Schema;

/** What the notifier keeps. */
@Factory
public final class NotifierRecord {
  public static final Schema SCHEMA =
      new Schema(
          "notifier",
          "findings are read again, what was told to whom is forgotten and first reports are sent"
              + " again");

  @Singleton
  Schema schema() {
    return SCHEMA;
  }
}
