package signpost.web.politeness;

import java.time.Duration;
import java.util.List;

/**
 * How gently hosts are treated. {@code hostDelay}: the least between two visits of one host; {@code
 * maxDelay}: the most that slowness or Crawl-delay make of it; {@code backOff}: the first pause
 * after 429 or 503, doubled each time up to {@code retryCap}, which caps Retry-After too; {@code
 * breakerAfter}: so many failures to connect in a row open the breaker for {@code breakerOpen},
 * doubled each time up to {@code retryCap}. A pause of 0 switches it off.
 */
public record PaceSettings(
    Duration hostDelay,
    Duration maxDelay,
    Duration backOff,
    Duration retryCap,
    int breakerAfter,
    Duration breakerOpen) {
  public PaceSettings {
    for (Duration duration : List.of(hostDelay, maxDelay, backOff, retryCap, breakerOpen)) {
      if (duration.isNegative()) {
        throw new IllegalArgumentException("Pauses of signpost.fetch must not be negative");
      }
    }
    if (breakerAfter < 1) {
      throw new IllegalArgumentException("signpost.fetch.breaker-after must be at least 1");
    }
  }

  /** A second between two visits of a host, and ten after it said that it is too much. */
  public static PaceSettings usual() {
    return new PaceSettings(
        Duration.ofSeconds(1),
        Duration.ofHours(1),
        Duration.ofSeconds(10),
        Duration.ofHours(1),
        3,
        Duration.ofMinutes(5));
  }
}
