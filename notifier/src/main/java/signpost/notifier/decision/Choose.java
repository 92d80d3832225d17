package signpost.notifier.decision;

import java.util.ArrayList;
import java.util.List;
import signpost.catalogue.Preferences;
import signpost.notifier.decision.Pending.Route;

/** At once, in a summary or not at all, as an owner wishes. */
record Choose(Preferences preferences) implements Stage {
  @Override
  public Passed pass(List<Pending> pending) {
    List<Pending> on = new ArrayList<>();
    List<Held> held = new ArrayList<>();
    for (Pending one : pending) {
      if (one.route() != Route.AT_ONCE) {
        on.add(one);
        continue;
      }
      switch (preferences.of(one.finding().kind(), one.finding().urgent())) {
        case IMMEDIATE -> on.add(one);
        case DAILY -> on.add(one.by(Route.DAILY));
        case WEEKLY -> on.add(one.by(Route.WEEKLY));
        case OFF -> held.add(one.held(HeldReason.NOT_WANTED));
      }
    }
    return new Passed(on, held);
  }
}
