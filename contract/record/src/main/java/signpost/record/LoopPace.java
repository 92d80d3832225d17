package signpost.record;

import java.time.Duration;

/**
 * How a failing loop is tried again: after {@code firstPause}, then twice that and so on up to
 * {@code longestPause}; a trouble is over when nothing has failed for {@code settling}.
 */
public record LoopPace(Duration firstPause, Duration longestPause, Duration settling) {
  /** Short enough that nobody waits long for a database or a broker that is back. */
  public static final LoopPace USUAL =
      new LoopPace(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(30));

  private static final int MOST_DOUBLINGS = 30;

  public LoopPace {
    if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException("pauses must not shrink: " + firstPause + longestPause);
    }
  }

  /** The pause after so many failures of one trouble. */
  Duration pause(int failures) {
    long times = 1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
    return times > longestPause.dividedBy(firstPause.plusNanos(1))
        ? longestPause
        : firstPause.multipliedBy(times);
  }
}
