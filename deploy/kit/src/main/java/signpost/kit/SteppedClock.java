package signpost.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until a test moves it. */
public final class SteppedClock implements InstantSource {
  private volatile Instant now;

  public SteppedClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Only one thread moves the clock. */
  public void advance(Duration by) {
    now = now.plus(by);
  }
}
