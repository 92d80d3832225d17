package signpost.tools.check;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import signpost.tools.check.CheckVerdict.ResultClass;

/** What a check found, the worst first. */
public final class CheckReport {
  private final List<TargetResult> results;
  private final int requests;
  private final Duration took;

  CheckReport(List<TargetResult> results, int requests, Duration took) {
    this.results = List.copyOf(results);
    this.requests = requests;
    this.took = took;
  }

  /** Whether something is certainly wrong, or, if those count, may be. */
  public boolean hasProblems(boolean suspectsCount) {
    return results.stream().anyMatch(result -> problem(result.kind(), suspectsCount));
  }

  static boolean problem(ResultClass kind, boolean suspectsCount) {
    return switch (kind) {
      case BROKEN, FRAGMENT -> true;
      case SUSPECT -> suspectsCount;
      case BLOCKED, MOVED, SKIPPED, OK -> false;
    };
  }

  List<TargetResult> results() {
    return results;
  }

  public int requests() {
    return requests;
  }

  public Duration took() {
    return took;
  }

  Map<ResultClass, Integer> counts() {
    Map<ResultClass, Integer> counts = new EnumMap<>(ResultClass.class);
    results.forEach(result -> counts.merge(result.kind(), 1, Integer::sum));
    return counts;
  }
}
