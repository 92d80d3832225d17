package signpost.web.schedule;

import java.time.Duration;
import java.util.List;

/** How much dearer visits are on a host that would be asked more often than it should. Pure. */
public final class HostBudget {
  private static final int DOUBLINGS = 12;
  private static final double DAY = 86_400;

  private HostBudget() {}

  /** A target of the host: how it is visited, and its changes a day that nobody tells us of. */
  public record PlannedTarget(VisitPlan plan, double perDay) {}

  /**
   * By how much the price of visits is to rise so that at most {@code most} are made a day: a power
   * of two, 1 where there are no more. What was promised is visited all the same.
   */
  public static double dearness(List<PlannedTarget> targets, int most) {
    double times = 1;
    for (int i = 0; i < DOUBLINGS && aDay(targets, times) > most; i++) {
      times *= 2;
    }
    return times;
  }

  private static double aDay(List<PlannedTarget> targets, double times) {
    return targets.stream().mapToDouble(it -> DAY / seconds(it, times)).sum();
  }

  private static double seconds(PlannedTarget target, double times) {
    Duration wait = target.plan().dearer(times).wait(target.perDay());
    return Math.max(wait.toSeconds(), 1);
  }
}
