package signpost.bench.year;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import signpost.events.FailureClass;
import signpost.events.LinkHealth;
import signpost.ingest.health.HostJudge;
import signpost.ingest.health.HostState;
import signpost.ingest.health.TargetState;

/** How a host's visited targets stand, kept up as they change, as ingest counts them in SQL. */
final class HostCensus {
  private final Map<FailureClass, Integer> failing = new EnumMap<>(FailureClass.class);
  private int visited;
  private int missingLately;
  private HostState state = HostState.WELL;

  HostState state() {
    return state;
  }

  void keep(HostState after) {
    state = after;
  }

  void replace(Optional<TargetState> before, TargetState after) {
    before.ifPresent(old -> count(old, -1));
    count(after, 1);
  }

  /** With what a visit says of one target in place of what it was. */
  HostJudge.Count with(Optional<TargetState> before, Optional<FailureClass> seen, int askedLately) {
    before.ifPresent(old -> count(old, -1));
    Map<FailureClass, Integer> now = new EnumMap<>(FailureClass.class);
    now.putAll(failing);
    int targets = visited + 1;
    int missing = missingLately + (seen.filter(HostCensus::missing).isPresent() ? 1 : 0);
    before.ifPresent(old -> count(old, 1));
    seen.ifPresent(failure -> now.merge(failure, 1, Integer::sum));
    return new HostJudge.Count(targets, now, missing, askedLately);
  }

  private void count(TargetState target, int by) {
    visited += by;
    target
        .failing()
        .ifPresent(failure -> {
          failing.merge(failure, by, Integer::sum);
          failing.values().removeIf(n -> n == 0);
          boolean broken = target.health() instanceof LinkHealth.Broken;
          missingLately += missing(failure) && !broken ? by : 0;
        });
  }

  private static boolean missing(FailureClass failure) {
    return failure == FailureClass.NOT_FOUND || failure == FailureClass.GONE;
  }
}
