package signpost.ingest.fetch;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The end of a visit's patience: whatever it is waiting for then, its socket is closed. */
final class Deadline implements AutoCloseable {
  private final long startedAt = System.nanoTime();
  private final Duration patience;
  private final Future<?> alarm;
  private @Nullable Socket socket;
  private boolean passed;

  Deadline(Duration patience, ScheduledExecutorService alarms) {
    this.patience = patience;
    this.alarm = alarms.schedule(this::pass, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void pass() {
    passed = true;
    closeSocket();
  }

  /** From here on this is the socket to close; the one before is closed. */
  synchronized void watch(Socket next) {
    closeSocket();
    socket = next;
    if (passed) {
      closeSocket();
    }
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
    alarm.cancel(false);
    closeSocket();
  }
}
