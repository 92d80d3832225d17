package signpost.notifier.decision;

import java.time.Instant;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.notifier.finding.Finding;

/** A finding that may be worth a word, and what its group knows of it. */
record Candidate(Finding finding, Optional<Told> told) {

  /** Whether the group has not heard the latest. Recovery is news only to who heard of trouble. */
  boolean isNews() {
    Optional<Told> firing = told.filter(last -> last.state() != FindingState.RESOLVED);
    if (!finding.isOpen()) {
      return firing.isPresent() && !finding.quiet();
    }
    return firing.isEmpty()
        || (finding.kind() == FindingKind.CHANGED && firing.get().news() < finding.news());
  }

  boolean isHeld(Instant now) {
    return finding.heldUntil().filter(now::isBefore).isPresent();
  }
}
