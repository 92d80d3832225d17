package signpost.notifier.decision;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import signpost.notifier.NotifierConfig;
import signpost.notifier.Pulse;
import signpost.notifier.delivery.SenderLoop;
import signpost.notifier.owner.Owners;

/**
 * Keeps decisions going, once the intake has caught up after a start: half a history would be told
 * as if it were the present.
 */
@Context
public final class DecisionLoop {
  private final Decisions decisions;
  private final Owners owners;
  private final SenderLoop sender;
  private final Pulse pulse;
  private volatile boolean caughtUp;

  DecisionLoop(Decisions decisions, Owners owners, SenderLoop sender, NotifierConfig config) {
    this.decisions = decisions;
    this.owners = owners;
    this.sender = sender;
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
    owners.refresh();
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
