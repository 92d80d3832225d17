package signpost.web.politeness;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;

/**
 * From one visit to the next allowed moment; a pure function of pace, outcome and time. Politeness
 * is owed in real time: {@code now} is the wall's.
 */
public final class HostPacer {
  private static final double MOST_CONCURRENCY = 4;
  private static final double GAIN = 0.1;
  private static final int MOST_DOUBLINGS = 20;
  private static final Duration LONG = Duration.ofDays(9_999);

  private final PaceSettings settings;

  /** What an outcome means for the host's pace. */
  private enum PaceEffect {
    WELL,
    /** A 304: well, but without a body it tells nothing of speed. */
    SAME,
    /** An answer that is not a good one: it must not shorten the delay. */
    POORLY,
    THROTTLED,
    NOT_CONNECTED,
    /** Nothing was asked of the host. */
    NOT_ASKED
  }

  public HostPacer(PaceSettings settings) {
    this.settings = settings;
  }

  /**
   * The pace after a visit.
   *
   * @param host spreads the pauses, so that hosts that failed together are not asked together
   */
  public HostPace after(
      HostPace before,
      String host,
      FetchOutcome outcome,
      Optional<Duration> crawlDelay,
      Instant now) {
    PaceEffect manner = manner(outcome);
    Duration least = longest(settings.hostDelay(), crawlDelay.orElse(Duration.ZERO));
    return switch (manner) {
      case NOT_ASKED -> before;
      case WELL -> {
        double concurrency = Math.min(before.concurrency() + GAIN, MOST_CONCURRENCY);
        Duration delay = capped(longest(least, smoothed(before, outcome.took(), concurrency)));
        yield paced(delay, concurrency, now);
      }
      case SAME -> paced(capped(longest(least, before.delay())), before.concurrency(), now);
      case POORLY -> {
        Duration delay =
            longest(before.delay(), smoothed(before, outcome.took(), before.concurrency()));
        yield paced(capped(longest(least, delay)), before.concurrency(), now);
      }
      case THROTTLED -> throttled(before, host, outcome, least, now);
      case NOT_CONNECTED -> notConnected(before, host, least, now);
    };
  }

  /** The pace as it was, and a pause: for a visit that was broken off by us after its first hop. */
  HostPace spaced(HostPace before, Optional<Duration> crawlDelay, Instant now) {
    Duration least = longest(settings.hostDelay(), crawlDelay.orElse(Duration.ZERO));
    Instant next = now.plus(capped(longest(least, before.delay())));
    return new HostPace(
        before.delay(),
        before.concurrency(),
        next.isAfter(before.nextAllowedAt()) ? next : before.nextAllowedAt(),
        before.throttled(),
        before.failures(),
        before.breakerOpenUntil());
  }

  private static HostPace paced(Duration delay, double concurrency, Instant now) {
    return new HostPace(delay, concurrency, now.plus(delay), 0, 0, Optional.empty());
  }

  private HostPace throttled(
      HostPace before, String host, FetchOutcome outcome, Duration least, Instant now) {
    int times = before.throttled() + 1;
    Duration pause = doubled(settings.backOff(), times, host);
    Duration asked = outcome instanceof Answered a ? retryAfter(a.headers(), now) : Duration.ZERO;
    Duration delay = capped(longest(least, before.delay()));
    Duration wait = longest(delay, longest(pause, shortest(asked, settings.retryCap())));
    double concurrency = Math.max(before.concurrency() / 2, 0.25);
    return new HostPace(delay, concurrency, now.plus(wait), times, 0, Optional.empty());
  }

  private HostPace notConnected(HostPace before, String host, Duration least, Instant now) {
    int failures = before.failures() + 1;
    Duration delay = capped(longest(least, before.delay()));
    int openings = failures - settings.breakerAfter() + 1;
    Duration open = openings < 1 ? Duration.ZERO : doubled(settings.breakerOpen(), openings, host);
    return new HostPace(
        delay,
        before.concurrency(),
        now.plus(longest(delay, open)),
        before.throttled(),
        failures,
        open.isZero() ? Optional.empty() : Optional.of(now.plus(open)));
  }

  private static PaceEffect manner(FetchOutcome outcome) {
    return switch (outcome) {
      case Answered answer when answer.status() == 429 || answer.status() == 503 ->
          PaceEffect.THROTTLED;
      case Answered answer -> answer.status() == 200 ? PaceEffect.WELL : PaceEffect.POORLY;
      case FetchOutcome.NotModified _ -> PaceEffect.SAME;
      case FetchOutcome.TooManyRedirects _,
          FetchOutcome.InvalidUrl _,
          FetchOutcome.TooLarge _,
          FetchOutcome.ConnectionLost _,
          FetchOutcome.TlsFailure _ ->
          PaceEffect.POORLY;
      case FetchOutcome.DnsFailure _, FetchOutcome.ConnectFailure _, FetchOutcome.TimedOut _ ->
          outcome.elsewhere() ? PaceEffect.POORLY : PaceEffect.NOT_CONNECTED;
      case FetchOutcome.RefusedByRobots _,
          FetchOutcome.RefusedByPublisher _,
          FetchOutcome.RefusedByGuard _ ->
          PaceEffect.NOT_ASKED;
    };
  }

  /** Half way from the last delay to what this visit's latency suggests. */
  private static Duration smoothed(HostPace before, Duration latency, double concurrency) {
    Duration target = Duration.ofNanos((long) (latency.toNanos() / concurrency));
    return before.delay().plus(target).dividedBy(2);
  }

  /** {@code first} × 2ⁿ⁻¹, up to a quarter more by host and count, within the cap. */
  private Duration doubled(Duration first, int times, String host) {
    Duration pause = first.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
    int spread = Math.floorMod((host + '#' + times).hashCode() * 0x9E37_79B9, 1000);
    return shortest(pause.plus(pause.multipliedBy(spread).dividedBy(4000)), settings.retryCap());
  }

  /** Seconds or a date (RFC 9110 §10.2.3); zero where neither is there. */
  static Duration retryAfter(Headers headers, Instant now) {
    String value = headers.first("retry-after").orElse("").strip();
    if (value.matches("\\d+")) {
      return value.length() > 9 ? LONG : Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return longest(Duration.between(now, until), Duration.ZERO);
    } catch (DateTimeException _) {
      return Duration.ZERO;
    }
  }

  private Duration capped(Duration delay) {
    return shortest(delay, settings.maxDelay());
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shortest(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
