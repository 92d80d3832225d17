package signpost.web.fetch;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The end of a visit's patience: whatever it is waiting for then, its socket is closed. */
final class Deadline implements AutoCloseable {
  private final long startedAt = System.nanoTime();
  private final Duration patience;
  private final VisitAlarms alarms;
  private @Nullable Socket socket;
  private boolean passed;
  private long stepEndsAt = Long.MAX_VALUE;
  private boolean stepPassed;

  Deadline(Duration patience, VisitAlarms alarms) {
    this.patience = patience;
    this.alarms = alarms;
    alarms.add(this);
  }

  /** Whether it has passed by now; whatever is waited for then ends. */
  synchronized void look(long now) {
    passed |= now - startedAt >= patience.toNanos();
    stepPassed |= now >= stepEndsAt;
    if (passed || stepPassed) {
      closeSocket();
    }
  }

  /** Watches this socket from now on and closes the one before. */
  synchronized void watch(Socket next) {
    closeSocket();
    socket = next;
    stepPassed = false;
    stepEndsAt = Long.MAX_VALUE;
    if (passed) {
      closeSocket();
    }
  }

  /** One step may take so long: the socket being watched is closed then, and only it. */
  synchronized void stepWithin(Duration own) {
    stepEndsAt = System.nanoTime() + own.toNanos();
  }

  /** The step is done. */
  synchronized void stepDone() {
    stepEndsAt = Long.MAX_VALUE;
  }

  /** Whether the last step took too long, or the whole visit did. */
  synchronized boolean stepPassed() {
    return passed || stepPassed;
  }

  /** Leaves the socket open for another visit; false if this one's patience ended first. */
  synchronized boolean release() {
    socket = null;
    return !passed;
  }

  synchronized boolean passed() {
    return passed;
  }

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /** How long to wait for one thing: its own limit, or what is left; at least a millisecond. */
  int millisFor(Duration own) {
    long left = Math.min(own.toMillis(), patience.minus(took()).toMillis());
    return Math.clamp(left, 1, 3_600_000);
  }

  private void closeSocket() {
    Socket closing = socket;
    socket = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (IOException _) {
        // It is gone either way.
      }
    }
  }

  @Override
  public synchronized void close() {
    alarms.remove(this);
    closeSocket();
  }
}
