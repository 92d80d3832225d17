package signpost.notifier.decision;

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
}
