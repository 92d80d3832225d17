package signpost.web.politeness;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How one host is to be treated: a value to store with it. {@code concurrency} divides its latency
 * into a delay; {@code throttled} and {@code failures} count 429/503 and failures to connect in a
 * row; while {@code breakerOpenUntil} lies ahead, nothing is sent.
 */
public record HostPace(
    Duration delay,
    double concurrency,
    Instant nextAllowedAt,
    int throttled,
    int failures,
    Optional<Instant> breakerOpenUntil) {
  public HostPace {
    Objects.requireNonNull(delay, "delay");
    Objects.requireNonNull(nextAllowedAt, "nextAllowedAt");
    Objects.requireNonNull(breakerOpenUntil, "breakerOpenUntil");
    if (concurrency <= 0 || throttled < 0 || failures < 0) {
      throw new IllegalArgumentException("A pace counts upwards: " + concurrency);
    }
  }

  /** A host nothing is known of: it may be asked now. */
  public static HostPace fresh(Instant now) {
    return new HostPace(Duration.ZERO, 1, now, 0, 0, Optional.empty());
  }

  public boolean readyAt(Instant now) {
    return !now.isBefore(nextAllowedAt);
  }

  public boolean breakerOpenAt(Instant now) {
    return breakerOpenUntil.isPresent() && now.isBefore(breakerOpenUntil.get());
  }
}
