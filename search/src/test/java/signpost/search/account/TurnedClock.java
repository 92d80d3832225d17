package signpost.search.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test turns on. */
final class TurnedClock implements InstantSource {
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void turn(Duration by) {
    now = now.plus(by);
  }
}
