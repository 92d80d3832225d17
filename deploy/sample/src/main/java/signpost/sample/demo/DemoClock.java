package signpost.sample.demo;

import java.time.Instant;
import java.time.InstantSource;

/** The time of a demo or a bench: it stands until it is told to go on, and never goes back. */
public final class DemoClock implements InstantSource {
  private volatile Instant now;

  public DemoClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Only one thread moves the clock. */
  public void advanceTo(Instant later) {
    if (later.isBefore(now)) {
      throw new IllegalArgumentException("The clock stands at " + now + ", after " + later);
    }
    now = later;
  }
}
