package signpost.ingest.registration;

import java.time.Instant;
import java.util.Optional;

/** What came of asking a registry about a name. */
sealed interface RegistryAnswer {
  /**
   * The name is held.
   *
   * @param lapsed its time is over: whoever held it can have it back for some weeks, then anybody
   *     can have it
   * @param began when whoever holds it registered it; empty where the registry does not say
   */
  record Registered(Instant until, boolean lapsed, Optional<Instant> began)
      implements RegistryAnswer {}

  /** The registry answered, and says nothing that can be relied on. */
  record Unsaid(String why) implements RegistryAnswer {}

  /** The registry did not answer. */
  record Silent(String why) implements RegistryAnswer {}
}
