package signpost.record;

import java.time.Duration;

/**
 * How a loop goes on that fails or finds nothing to do. A failing one is tried again after {@code
 * firstPause}, then twice that and so on up to {@code longestPause}; a trouble is over when nothing
 * has failed for {@code settling}. One that has found nothing for a while looks less often, down to
 * once in {@code longestRest}.
 */
public record LoopPace(
    Duration firstPause, Duration longestPause, Duration settling, Duration longestRest) {
  /**
   * Short enough that nobody waits long for a database or a broker that is back, or for what was
   * written by somebody who wakes nobody.
   */
  public static final LoopPace USUAL =
      new LoopPace(
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2));

  private static final int MOST_DOUBLINGS = 30;

  public LoopPace {
    if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException("pauses must not shrink: " + firstPause + longestPause);
    }
  }

  /** The same, with rests that are never longer than the loop's plan says. */
  LoopPace withoutLongRests() {
    return new LoopPace(firstPause, longestPause, settling, Duration.ZERO);
  }

  /** The rests of a loop whose plan has this as its shortest. */
  GrowingRest rests(Duration idle) {
    return new GrowingRest(idle, longestRest);
  }

  /** The pause after so many failures of one trouble. */
  Duration pause(int failures) {
    long times = 1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
    return times > longestPause.dividedBy(firstPause.plusNanos(1))
        ? longestPause
        : firstPause.multipliedBy(times);
  }
}
