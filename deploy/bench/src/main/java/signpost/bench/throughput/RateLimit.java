package signpost.bench.throughput;

import java.time.Duration;

/**
 * What one host allows, and how its visitor behaves: a bucket of tokens, 429 when it is empty and
 * for as long as Retry-After says. Who comes back earlier is counted, unless the request may have
 * been on its way before the first 429 arrived.
 */
final class RateLimit {
  static final int RETRY_AFTER = 2;
  private static final long UNDER_WAY = Duration.ofMillis(100).toNanos();

  private final double burst;
  private final double perSecond;
  private double tokens;
  private long refilledAt = System.nanoTime();
  private long closedAt;
  private boolean closed;
  private int limited;
  private int underWay;
  private int tooEarly;

  RateLimit(double burst, double perSecond) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.tokens = burst;
  }

  /** Whether a request is let in. */
  synchronized boolean allows(long now) {
    tokens = Math.min(burst, tokens + (now - refilledAt) / 1e9 * perSecond);
    refilledAt = now;
    if (closed && now - closedAt < Duration.ofSeconds(RETRY_AFTER).toNanos()) {
      if (now - closedAt < UNDER_WAY) {
        underWay++;
      } else {
        tooEarly++;
      }
      return false;
    }
    closed = tokens < 1;
    if (closed) {
      closedAt = now;
      limited++;
    } else {
      tokens--;
    }
    return !closed;
  }

  synchronized int limited() {
    return limited;
  }

  synchronized int underWay() {
    return underWay;
  }

  /** Second 429s within a Retry-After. */
  synchronized int tooEarly() {
    return tooEarly;
  }
}
