package signpost.record;

import java.time.Duration;

/**
 * A rest between two looks that grows with the time for which nothing was found: an eighth of it.
 * So what comes by itself is found late by an eighth of the time it took to come, at most.
 *
 * @param shortest it is never shorter
 * @param longest nor longer than this, unless {@code shortest} is
 */
public record GrowingRest(Duration shortest, Duration longest) {
  private static final int SHARE = 8;

  /** How long to rest after {@code quiet} without anything. */
  public Duration after(Duration quiet) {
    Duration share = quiet.dividedBy(SHARE);
    Duration longer = share.compareTo(longest) < 0 ? share : longest;
    return longer.compareTo(shortest) < 0 ? shortest : longer;
  }
}
