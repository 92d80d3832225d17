package signpost.ingest.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What we know of a name.
 *
 * @param until as its registry said last; empty where it never said
 * @param lapsed whether the registry said last that its time is over, whatever {@code until} says
 * @param began when it was registered, as the registry said first
 * @param anew when it was registered anew since: whoever holds it need not be who held it
 * @param told the sites of which it was told that their name is about to end, or changed hands
 * @param silent how often in a row its registry did not answer
 * @param note why nothing is known, or was not this time; empty where the registry said it
 */
record RegistrationState(
    Optional<Instant> until,
    boolean lapsed,
    Optional<Instant> began,
    Optional<Instant> anew,
    List<String> told,
    int silent,
    String note) {
  static final RegistrationState NEW =
      new RegistrationState(
          Optional.empty(), false, Optional.empty(), Optional.empty(), List.of(), 0, "");

  RegistrationState {
    told = List.copyOf(told);
  }

  boolean isTold() {
    return !told.isEmpty();
  }

  /** The same, after an answer that says nothing of the name. */
  RegistrationState unsaid(List<String> nowTold, int nowSilent, String why) {
    return new RegistrationState(until, lapsed, began, anew, nowTold, nowSilent, why);
  }
}
