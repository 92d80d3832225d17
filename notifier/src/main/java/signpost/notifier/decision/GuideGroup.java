package signpost.notifier.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One owner's interest in one guide. {@code page} is the guide's own, {@code down} when it is. */
public record GuideGroup(
    String guide,
    String title,
    Optional<String> page,
    boolean down,
    FirstReport report,
    List<AlertCandidate> candidates) {
  public GuideGroup {
    candidates = List.copyOf(candidates);
  }

  /** When the first report is ready, if it is still due. */
  Optional<Instant> reportAt(TellingPolicy policy) {
    return report instanceof FirstReport.FirstReportDue due
        ? Optional.of(due.readyAt(policy))
        : Optional.empty();
  }
}
