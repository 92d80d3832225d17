package signpost.web.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import signpost.events.LinkHealth.Broken;
import signpost.web.health.HostCount.TargetGroup;

/** A host and its targets in memory, judged as visits to them are. */
final class VisitedHost {
  private final TargetState[] targets;
  private final @Nullable Instant[] visitedAt;
  private final boolean[] everWell;
  private HostState state = HostState.WELL;

  VisitedHost(int size) {
    targets = new TargetState[size];
    Arrays.fill(targets, TargetState.NEW);
    visitedAt = new Instant[size];
    everWell = new boolean[size];
  }

  int size() {
    return targets.length;
  }

  HostState state() {
    return state;
  }

  TargetState target(int target) {
    return targets[target];
  }

  /** When it is to be visited again. */
  Instant visit(int target, Observation seen, Instant now) {
    everWell[target] |= seen instanceof Observation.TargetWorks;
    HostJudge.HostReview look =
        HostJudge.look(
            state,
            targets[target],
            seen,
            everWell[target],
            false,
            since -> neighbours(target, since, now),
            now);
    state = look.judgement().after();
    Judgement judgement = Cases.JUDGE.judge(targets[target], seen, look.view(), now);
    targets[target] = judgement.after();
    visitedAt[target] = now;
    return judgement.nextCheckAt();
  }

  private List<TargetGroup> neighbours(int target, Instant since, Instant now) {
    List<TargetGroup> groups = new ArrayList<>();
    for (int other = 0; other < targets.length; other++) {
      Instant at = visitedAt[other];
      if (other != target && at != null) {
        groups.add(
            new TargetGroup(
                HostSign.of(targets[other]),
                everWell[other],
                targets[other].health() instanceof Broken,
                1,
                at.isBefore(now.minus(HostJudge.LATELY)) ? 0 : 1,
                at.isBefore(since) ? 0 : 1));
      }
    }
    return groups;
  }
}
