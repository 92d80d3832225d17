package signpost.ingest.registration;

import java.time.Instant;

/** What came of asking a registry about a name. */
sealed interface RegistryAnswer {
  /**
   * The name is held.
   *
   * @param lapsed its time is over: whoever held it can have it back for some weeks, then anybody
   *     can have it
   */
  record Registered(Instant until, boolean lapsed) implements RegistryAnswer {}

  /** The registry answered, and says nothing that can be relied on. */
  record Unsaid(String why) implements RegistryAnswer {}

  /** The registry did not answer. */
  record Silent(String why) implements RegistryAnswer {}
}
