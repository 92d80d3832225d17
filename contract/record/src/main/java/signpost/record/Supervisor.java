package signpost.record;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps every long-lived loop of a module going. What fails is logged once, tried again after a
 * bounded pause, and told to whoever asks until it gets on again.
 */
public final class Supervisor implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final InstantSource wall;
  private final LoopPace pace;
  private final List<LoopHealth> watched = new CopyOnWriteArrayList<>();
  private final List<SupervisedLoop> loops = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  public Supervisor(InstantSource wall, LoopPace pace) {
    this.wall = wall;
    this.pace = pace;
    Thread.ofPlatform().name("supervisor").daemon().start(this::watch);
  }

  /** Starts a loop, which goes on until it is closed. */
  public SupervisedLoop start(LoopPlan plan, LoopWork work) {
    LoopHealth health = watch(plan);
    SupervisedLoop loop = new SupervisedLoop(plan, pace, work, health, this::forget);
    loops.add(loop);
    loop.start();
    return loop;
  }

  /** The health of something that has no loop of its own; whoever does it says how it goes. */
  public LoopHealth watch(LoopPlan plan) {
    LoopHealth health = new LoopHealth(plan, pace, wall);
    watched.add(health);
    return health;
  }

  /** What does not get on, in the order it was started. */
  public List<FailingLoop> failing() {
    return watched.stream().map(LoopHealth::failing).flatMap(Optional::stream).toList();
  }

  /** Whether all gets on that is needed. */
  public boolean isReady() {
    return watched.stream().filter(LoopHealth::isNeeded).allMatch(LoopHealth::isWell);
  }

  private void forget(SupervisedLoop loop) {
    loops.remove(loop);
    watched.remove(loop.health());
  }

  private void watch() {
    try {
      while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        watched.forEach(LoopHealth::look);
      }
    } catch (InterruptedException _) {
      // It is a daemon: whoever interrupts it ends it.
    }
  }

  /** Closes what nobody closed before. */
  @Override
  public void close() {
    closing.countDown();
    loops.forEach(SupervisedLoop::close);
  }
}
