package signpost.bench.latency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock for decisions that stands until it is told to go on. */
final class SteppedClock implements InstantSource {
  private volatile Instant now;

  SteppedClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Only one thread moves the clock. */
  void advance(Duration by) {
    now = now.plus(by);
  }
}
