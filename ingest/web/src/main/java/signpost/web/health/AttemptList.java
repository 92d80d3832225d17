package signpost.web.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import signpost.events.Attempt;
import signpost.web.health.Observation.StillThere;
import signpost.web.health.Observation.TargetWorks;

/** The list of what was tried, for owners: short, and telling. */
final class AttemptList {
  private AttemptList() {}

  /**
   * The list with one more visit. Of a run of the same good answers the first and the newest stand:
   * a fortnight of daily 304s would push out what tells something. Failures are evidence and stay.
   */
  static List<Attempt> with(List<Attempt> before, Observation seen, Instant now) {
    List<Attempt> all = new ArrayList<>(before);
    int size = all.size();
    boolean good = seen instanceof TargetWorks || seen instanceof StillThere;
    if (good
        && size >= 2
        && all.subList(size - 2, size).stream().allMatch(it -> it.result().equals(seen.words()))) {
      all.removeLast();
    }
    all.add(new Attempt(now, seen.words()));
    return List.copyOf(all.subList(Math.max(0, all.size() - TargetState.MOST_TRIED), all.size()));
  }
}
