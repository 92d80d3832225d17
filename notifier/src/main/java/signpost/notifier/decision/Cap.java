package signpost.notifier.decision;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import signpost.notifier.decision.Pending.Route;

/** Whoever was written to so often on a day has the rest of it in the summary. */
record Cap(DecisionView view, TellingPolicy policy) implements Stage {
  @Override
  public Passed pass(List<Pending> pending) {
    Set<String> full = new HashSet<>();
    int written = 0;
    for (Map.Entry<String, List<Pending>> news : Stage.atOnce(pending).entrySet()) {
      Instant ready = Debounce.ready(news.getValue(), policy, view.now());
      if (isFull(ready, written) || isFull(view.now(), written)) {
        full.add(news.getKey());
      } else {
        written++;
      }
    }
    return new Passed(pending.stream().map(one -> capped(one, full)).toList(), List.of());
  }

  private static Pending capped(Pending one, Set<String> full) {
    return one.route() == Route.AT_ONCE && full.contains(one.group().guide())
        ? one.by(Route.OVER_CAP)
        : one;
  }

  private boolean isFull(Instant day, int written) {
    return view.immediateOn(day) + written >= policy.immediatePerDay();
  }
}
