package signpost.tools.check;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import signpost.tools.check.CheckVerdict.ResultClass;
import signpost.url.WebUrl;

/** What a check found, the worst first. */
public final class CheckReport {
  private final List<TargetResult> results;
  private final int requests;
  private final Duration took;
  private final Set<String> standIns;
  private final int known;

  /**
   * A report without a baseline.
   *
   * @param standIns addresses, and hosts, that were checked in the place of those that links have
   */
  CheckReport(List<TargetResult> results, int requests, Duration took, Set<String> standIns) {
    this(results, requests, took, standIns, 0);
  }

  private CheckReport(
      List<TargetResult> results, int requests, Duration took, Set<String> standIns, int known) {
    this.standIns = Set.copyOf(standIns);
    this.results = List.copyOf(results);
    this.requests = requests;
    this.took = took;
    this.known = known;
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

  /** Whether the check ended before all was reached. */
  boolean isCut() {
    return results.stream()
        .anyMatch(result ->
            result.kind() == ResultClass.SKIPPED
                && result.reason().equals(TargetResults.NOT_REACHED.reason()));
  }

  /** What there was to check, each once and in order, with the places that links ask for. */
  SortedSet<String> addresses() {
    SortedSet<String> all = new TreeSet<>();
    for (TargetResult result : results) {
      if (result.kind() != ResultClass.SKIPPED) {
        result.references().forEach(at -> all.add(result.address(at)));
      }
    }
    return all;
  }

  List<TargetResult> results() {
    return results;
  }

  /** The same with these results in their place; {@code known}: how many are not told. */
  CheckReport telling(List<TargetResult> told, int known) {
    return new CheckReport(told, requests, took, standIns, known);
  }

  /** Whether this, or its host, was checked in the place of what links have. */
  boolean isStandIn(WebUrl url) {
    return standIns.contains(url.host()) || standIns.contains(url.withoutFragment().href());
  }

  /** How many targets were checked, told or not. */
  int total() {
    return results.size() + known;
  }

  /** How many problems are left out because a baseline has them. */
  int known() {
    return known;
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
