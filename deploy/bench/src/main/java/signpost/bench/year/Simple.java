package signpost.bench.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.bench.year.Trouble.Kind;

/** What common checkers do: look once a day, and call a link broken after so many bad runs. */
final class Simple {
  private Simple() {}

  /** One alert for each row of bad runs that reaches {@code runs}. */
  static List<Alert> run(World world, int runs) {
    List<Alert> alerts = new ArrayList<>();
    for (int target = 0; target < world.targets(); target++) {
      int bad = 0;
      long first = World.START + target * 86_400L / world.targets();
      for (long now = first; now < World.START + World.YEAR; now += 86_400) {
        bad = isBad(world.seen(target, now)) ? bad + 1 : 0;
        if (bad == runs) {
          alerts.add(new Alert(now, target, false, world.truthOf(target, now), runs + " bad runs"));
        }
      }
    }
    return alerts;
  }

  private static boolean isBad(Optional<Trouble> seen) {
    return seen.map(Trouble::kind)
        .filter(kind -> kind != Kind.MOVE && kind != Kind.SOFT_404)
        .isPresent();
  }
}
