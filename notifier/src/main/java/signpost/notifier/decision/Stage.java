package signpost.notifier.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import signpost.notifier.decision.Pending.Route;

/** One step from all that may be told to what is told now. */
interface Stage {
  Passed pass(List<Pending> pending);

  /** What goes on to the next stage, and what was held back with its reason. */
  record Passed(List<Pending> on, List<Held> held) {
    public Passed {
      on = List.copyOf(on);
      held = List.copyOf(held);
    }

    /** Holds back what a stage has a reason for. */
    static Passed unless(List<Pending> pending, Function<Pending, Optional<Held>> back) {
      List<Pending> on = new ArrayList<>();
      List<Held> held = new ArrayList<>();
      for (Pending one : pending) {
        back.apply(one).ifPresentOrElse(held::add, () -> on.add(one));
      }
      return new Passed(on, held);
    }
  }

  /** What would be told at once, guide by guide. */
  static Map<String, List<Pending>> atOnce(List<Pending> pending) {
    return pending.stream()
        .filter(one -> one.route() == Route.AT_ONCE)
        .collect(
            Collectors.groupingBy(
                one -> one.group().guide(), LinkedHashMap::new, Collectors.toList()));
  }
}
