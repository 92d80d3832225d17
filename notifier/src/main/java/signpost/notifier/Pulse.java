package signpost.notifier;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a step while it finds something to do, then waits for a wake-up or the next tick. A step
 * that fails is tried again after a pause, and the pulse says that it is not well until it works.
 */
public final class Pulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final long PAUSE_MILLIS = 2_000;

  private final Duration idle;
  private final BooleanSupplier step;
  private final Semaphore signal = new Semaphore(0);
  private final Thread thread;
  private volatile boolean open = true;
  private volatile boolean well = true;

  public Pulse(String name, Duration idle, BooleanSupplier step) {
    this.idle = idle;
    this.step = step;
    this.thread = Thread.ofPlatform().name(name).start(this::beat);
  }

  /** Something may have to be done now. */
  public void wake() {
    signal.release();
  }

  /** Whether the last step went as it should. */
  public boolean isWell() {
    return well && (thread.isAlive() || !open);
  }

  private void beat() {
    while (open) {
      try {
        if (!step.getAsBoolean()) {
          signal.tryAcquire(idle.toMillis(), TimeUnit.MILLISECONDS);
          signal.drainPermits();
        }
        well = true;
      } catch (InterruptedException _) {
        open = false;
      } catch (RuntimeException e) {
        failed(e);
      }
    }
  }

  private void failed(RuntimeException e) {
    if (!open) {
      return;
    }
    well = false;
    LOG.error("{} failed and starts again", thread.getName(), e);
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException _) {
      open = false;
    }
  }

  /** Stops after the step under way. */
  @Override
  public void close() {
    open = false;
    wake();
    try {
      thread.join(3_000);
      thread.interrupt();
      thread.join(1_000);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
