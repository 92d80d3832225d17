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

  /** By what name the key is kept that signs links. */
  public static final String TOKEN_KEY = "token-key";

  /** What no other notifier has, and this one as long as it keeps its data: a secret. */
  public static final String LASTING = "SELECT value FROM meta WHERE name = '" + TOKEN_KEY + "'";

  @Singleton
  ModuleSchema schema() {
    return SCHEMA;
  }
}
