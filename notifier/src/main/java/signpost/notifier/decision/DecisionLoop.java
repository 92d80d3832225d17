package signpost.notifier.decision;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import signpost.notifier.NotifierConfig;
import signpost.notifier.Pulse;
import signpost.notifier.delivery.SenderLoop;

/**
 * Keeps decisions going, once the intake has caught up after a start: half a history would be told
 * as if it were the present.
 */
@Context
public final class DecisionLoop {
  private final Decisions decisions;
  private final Upkeep upkeep;
  private final SenderLoop sender;
  private final InstantSource clock;
  private final Pulse pulse;
  private volatile boolean caughtUp;

  DecisionLoop(
      Decisions decisions,
      Upkeep upkeep,
      SenderLoop sender,
      NotifierConfig config,
      @Named("clock") InstantSource clock) {
    this.decisions = decisions;
    this.upkeep = upkeep;
    this.sender = sender;
    this.clock = clock;
    this.pulse = new Pulse("notifier-decide", config.tick(), this::step);
  }

  /** The intake knows all that was known when it started. */
  public void begin() {
    caughtUp = true;
    pulse.wake();
  }

  /** Something happened. */
  public void wake() {
    pulse.wake();
  }

  /** Whether decisions are made. */
  public boolean isWell() {
    return pulse.isWell();
  }

  private boolean step() {
    Instant now = clock.instant();
    upkeep.owners(now);
    if (caughtUp) {
      upkeep.step(now);
    }
    boolean decided = caughtUp && decisions.step();
    if (decided) {
      sender.wake();
    }
    return decided;
  }

  @PreDestroy
  void close() {
    pulse.close();
  }
}
