package signpost.notifier.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One owner's interest in one guide. {@code page} is the guide's own, {@code down} when it is. */
record Group(
    String guide,
    String title,
    Optional<String> page,
    boolean down,
    FirstReport report,
    List<Candidate> candidates) {
  Group {
    candidates = List.copyOf(candidates);
  }

  /** When the first report is ready, if it is still due. */
  Optional<Instant> reportAt(Policy policy) {
    return report instanceof FirstReport.Due due
        ? Optional.of(due.readyAt(policy))
        : Optional.empty();
  }
}
