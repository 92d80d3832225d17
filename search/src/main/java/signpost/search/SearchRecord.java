package signpost.search;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import signpost.record.store.ModuleSchema;

/** What search keeps beside the index: who may do what, and what was done. */
@Factory
public final class SearchRecord {
  public static final ModuleSchema SCHEMA =
      new ModuleSchema("search", "accounts, sessions, tokens and the audit log are lost", false);

  /**
   * What no other search has once something was noted, and this one as long as it keeps its data.
   */
  public static final String LASTING = "SELECT digest FROM audit WHERE n = 1";

  @Singleton
  ModuleSchema schema() {
    return SCHEMA;
  }
}
