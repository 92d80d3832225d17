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
  private static final Duration LONGEST_REST = Duration.ofHours(1);

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

  /** After further requests that nobody waited between: as many pauses longer, an hour at most. */
  public HostPace resting(int requests, Instant now) {
    Duration pauses = delay.multipliedBy(requests);
    Duration rest = pauses.compareTo(LONGEST_REST) < 0 ? pauses : LONGEST_REST;
    Instant from = nextAllowedAt.isAfter(now) ? nextAllowedAt : now;
    return notBefore(from.plus(rest));
  }

  /** Which may be asked at that moment, or later where that was so before. */
  public HostPace notBefore(Instant at) {
    Instant next = at.isAfter(nextAllowedAt) ? at : nextAllowedAt;
    return new HostPace(delay, concurrency, next, throttled, failures, breakerOpenUntil);
  }

  /** When it may be asked again: its pause is over, and its breaker closed. */
  public Instant askableAt() {
    return breakerOpenUntil.filter(nextAllowedAt::isBefore).orElse(nextAllowedAt);
  }

  public boolean readyAt(Instant now) {
    return !now.isBefore(nextAllowedAt);
  }

  public boolean breakerOpenAt(Instant now) {
    return breakerOpenUntil.isPresent() && now.isBefore(breakerOpenUntil.get());
  }

  /** Whether the host has said that it is too much, or does not answer, and the pause lasts. */
  public boolean leftAloneAt(Instant now) {
    return breakerOpenAt(now) || (throttled > 0 && !readyAt(now));
  }
}
