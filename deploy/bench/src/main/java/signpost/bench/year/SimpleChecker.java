package signpost.bench.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.bench.year.SimulatedOutage.OutageKind;

/** What common checkers do: look once a day, and call a link broken after so many bad runs. */
final class SimpleChecker {
  private SimpleChecker() {}

  /** One alert for each row of bad runs that reaches {@code runs}. */
  static List<OutageAlert> run(SimulatedWorld world, int runs) {
    List<OutageAlert> alerts = new ArrayList<>();
    for (int target = 0; target < world.targets(); target++) {
      int bad = 0;
      long first = SimulatedWorld.START + target * 86_400L / world.targets();
      for (long now = first; now < SimulatedWorld.START + SimulatedWorld.YEAR; now += 86_400) {
        bad = isBad(world.seen(target, now)) ? bad + 1 : 0;
        if (bad == runs) {
          alerts.add(
              new OutageAlert(now, target, false, world.truthOf(target, now), runs + " bad runs"));
        }
      }
    }
    return alerts;
  }

  private static boolean isBad(Optional<SimulatedOutage> seen) {
    return seen.map(SimulatedOutage::kind)
        .filter(kind -> kind != OutageKind.MOVE && kind != OutageKind.SOFT_404)
        .isPresent();
  }
}
