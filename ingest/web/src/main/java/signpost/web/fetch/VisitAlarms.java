package signpost.web.fetch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends visits whose patience has ended. One thread looks at all that are under way twenty times a
 * second, so that a visit costs two steps in a set and wakes nobody; only the first after a calm
 * wakes that thread, which sleeps while none is under way. Nobody supervises it: a look compares
 * numbers and closes a plain socket, which neither fails nor waits for anybody.
 */
final class VisitAlarms implements AutoCloseable {
  private static final long EVERY = Duration.ofMillis(50).toNanos();

  private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
  private final Thread watch;
  private volatile boolean calm;
  private volatile boolean closed;

  VisitAlarms() {
    this.watch = Thread.ofPlatform().daemon().name("visit-deadlines").start(this::watch);
  }

  private void watch() {
    while (!closed) {
      rest();
      long now = System.nanoTime();
      for (Deadline deadline : running) {
        deadline.look(now);
      }
    }
  }

  /**
   * Who adds one looks after that whether it is calm, and here it is the reverse: none is missed.
   */
  private void rest() {
    calm = true;
    if (running.isEmpty() && !closed) {
      LockSupport.park(this);
    }
    calm = false;
    LockSupport.parkNanos(EVERY);
  }

  void add(Deadline deadline) {
    running.add(deadline);
    if (calm) {
      LockSupport.unpark(watch);
    }
  }

  void remove(Deadline deadline) {
    running.remove(deadline);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watch);
  }
}
