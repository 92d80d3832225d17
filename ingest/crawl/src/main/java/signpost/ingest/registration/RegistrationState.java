package signpost.ingest.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What we know of a name.
 *
 * @param until as its registry said last; empty where it never said
 * @param told the sites of which it was told that their name is about to end
 * @param silent how often in a row its registry did not answer
 * @param note why nothing is known, or was not this time; empty where the registry said it
 */
record RegistrationState(Optional<Instant> until, List<String> told, int silent, String note) {
  static final RegistrationState NEW = new RegistrationState(Optional.empty(), List.of(), 0, "");

  RegistrationState {
    told = List.copyOf(told);
  }

  boolean isEnding() {
    return !told.isEmpty();
  }
}
