package signpost.record;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One long-lived loop: it steps, rests, and starts again after whatever went wrong. */
public final class SupervisedLoop implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final Duration LAST_GRACE = Duration.ofSeconds(1);

  private final LoopPlan plan;
  private final GrowingRest rests;
  private final LoopWork work;
  private final LoopHealth health;
  private final Consumer<SupervisedLoop> ended;
  private final Semaphore signal = new Semaphore(0);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile LoopWork.@Nullable LoopLife life;
  private long busyNanos = System.nanoTime(); // when it last had something to do, or was woken

  SupervisedLoop(
      LoopPlan plan,
      LoopPace pace,
      LoopWork work,
      LoopHealth health,
      Consumer<SupervisedLoop> ended) {
    this.plan = plan;
    this.rests = pace.rests(plan.idle());
    this.work = work;
    this.health = health;
    this.ended = ended;
    this.thread = Thread.ofPlatform().name(plan.name()).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Something may have to be done now. A pause after a failure is not cut short by it. */
  public void wake() {
    signal.release();
  }

  /** Whether it gets on. */
  public boolean isWell() {
    return health.isWell();
  }

  /** How it fails; empty while it gets on. */
  public Optional<FailingLoop> failing() {
    return health.failing();
  }

  LoopHealth health() {
    return health;
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void run() {
    while (isOpen()) {
      try {
        live();
      } catch (Throwable thrown) { // An Error ends one life, too, and not the loop.
        failed(thrown);
      }
    }
  }

  private void live() throws Exception {
    health.begins();
    try (LoopWork.LoopLife here = work.begin()) {
      life = here;
      while (isOpen()) {
        health.begins();
        boolean more = here.step();
        health.gotOn();
        if (more) {
          busyNanos = System.nanoTime();
        } else {
          rest();
        }
      }
    } finally {
      life = null;
    }
  }

  private void rest() throws InterruptedException {
    Duration quiet = Duration.ofNanos(System.nanoTime() - busyNanos);
    if (signal.tryAcquire(rests.after(quiet).toMillis(), TimeUnit.MILLISECONDS)) {
      signal.drainPermits();
      busyNanos = System.nanoTime();
    }
  }

  private void failed(Throwable thrown) {
    if (!isOpen()) {
      return;
    }
    health.failed(thrown);
    busyNanos = System.nanoTime();
    boolean _ = Thread.interrupted();
    try {
      boolean _ = closing.await(health.pause().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      // Whoever interrupts a pause wants the next attempt now, or the end; the loop looks which.
    }
  }

  /** Stops after the present step. The next start takes up whatever that step left unfinished. */
  @Override
  public void close() {
    closing.countDown();
    wake();
    LoopWork.LoopLife here = life;
    if (here != null) {
      here.hurry();
    } else {
      thread.interrupt(); // It opens something, or pauses: nothing is half done.
    }
    try {
      if (!Thread.currentThread().equals(thread) && !thread.join(GRACE) && plan.interruptible()) {
        thread.interrupt();
        boolean _ = thread.join(LAST_GRACE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    ended.accept(this);
  }
}
