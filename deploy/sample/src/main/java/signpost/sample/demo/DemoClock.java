package signpost.sample.demo;

import java.time.Instant;
import java.time.InstantSource;

/** The demo's time: it stands until it is told to go on, and never goes back. */
final class DemoClock implements InstantSource {
  private volatile Instant now;

  DemoClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Only one thread moves the clock. */
  void advanceTo(Instant later) {
    if (later.isBefore(now)) {
      throw new IllegalArgumentException("The clock stands at " + now + ", after " + later);
    }
    now = later;
  }
}
