package signpost.notifier.delivery;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import signpost.notifier.NotifierConfig;
import signpost.notifier.Pulse;

/** Keeps the sender going. */
@Context
public final class SenderLoop {
  private final Pulse pulse;

  SenderLoop(Sender sender, NotifierConfig config) {
    sender.recover();
    this.pulse = new Pulse("notifier-send", config.tick(), sender::step);
  }

  /** Messages were entered into the ledger. */
  public void wake() {
    pulse.wake();
  }

  /** Whether messages go out, or would. */
  public boolean isWell() {
    return pulse.isWell();
  }

  @PreDestroy
  void close() {
    pulse.close();
  }
}
