package signpost.tools.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Hosts in the order in which they may be asked next. A worker takes a target only of a host that
 * is ready now; nobody holds a slot while a host rests. Workers are started as they are needed.
 */
final class HostLanes {
  private static final int MOST_WORKERS = 512;
  private static final long LONG = 60_000_000_000L;
  private static final Duration A_MOMENT = Duration.ofMillis(50);

  /** So long the workers of a check that was stopped have for what they asked last. */
  private static final long LAST_ANSWERS = 1_000_000_000L;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition finished = lock.newCondition();
  private final Map<String, HostLane> lanes = new HashMap<>();
  private final PriorityQueue<HostLane> ready =
      new PriorityQueue<>(Comparator.comparingLong(HostLane::readyAt));
  private final Function<String, HostLane> maker;
  private final Runnable work;
  private final List<Thread> workers = new ArrayList<>();
  private int idle;
  private int pending;
  private volatile long stoppedAt;
  private volatile boolean stopped;

  /** A target that is being checked, and where it came from. */
  record CheckJob(HostLane lane, CheckTarget target) {}

  /** How a job ended: {@code again} puts the target back in front. */
  record JobEnd(JobTurn turn, Consumer<HostLane> learnt) {}

  /** When a target has its next turn. */
  enum JobTurn {
    NONE,
    NEXT,
    LAST
  }

  /** {@code work}: what a worker does, from its first {@link #next()} on. */
  HostLanes(Function<String, HostLane> maker, Runnable work) {
    this.maker = maker;
    this.work = work;
  }

  void add(String host, CheckTarget target) {
    lock.lock();
    try {
      if (stopped) {
        return;
      }
      HostLane lane = lanes.computeIfAbsent(host, maker);
      lane.add(target);
      pending++;
      if (offer(lane)) {
        call();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The next target that may be asked for; nothing once all are done. */
  Optional<CheckJob> next() throws InterruptedException {
    lock.lock();
    try {
      return take();
    } finally {
      lock.unlock();
    }
  }

  /** A job's end, and the next one for the same worker. */
  Optional<CheckJob> next(CheckJob job, JobEnd end) throws InterruptedException {
    lock.lock();
    try {
      HostLane lane = job.lane();
      if (lane.queued()) {
        ready.remove(lane);
        lane.unqueue();
      }
      lane.release();
      end.learnt().accept(lane);
      switch (end.turn()) {
        case NONE -> pending--;
        case NEXT -> lane.addFirst(job.target());
        case LAST -> lane.add(job.target());
      }
      offer(lane);
      return take();
    } finally {
      lock.unlock();
    }
  }

  private Optional<CheckJob> take() throws InterruptedException {
    while (pending > 0 && !stopped) {
      HostLane first = ready.peek();
      long now = System.nanoTime();
      if (first == null || first.readyAt() > now) {
        idle++;
        try {
          changed.awaitNanos(first == null ? LONG : first.readyAt() - now);
        } finally {
          idle--;
        }
      } else {
        ready.remove();
        CheckTarget target = first.take(now);
        offer(first);
        if (!ready.isEmpty()) {
          call();
        }
        return Optional.of(new CheckJob(first, target));
      }
    }
    changed.signalAll();
    finished.signalAll();
    return Optional.empty();
  }

  /** Waits until all is done and no worker is at work; if it was stopped, a little while. */
  void await() throws InterruptedException {
    List<Thread> all;
    lock.lock();
    try {
      while (pending > 0 && !stopped) {
        finished.await();
      }
      all = List.copyOf(workers);
    } finally {
      lock.unlock();
    }
    for (Thread worker : all) {
      join(worker);
    }
    lock.lock();
    try {
      workers.removeAll(all);
    } finally {
      lock.unlock();
    }
  }

  private void join(Thread worker) throws InterruptedException {
    while (worker.isAlive() && !(stopped && System.nanoTime() - stoppedAt > LAST_ANSWERS)) {
      worker.join(A_MOMENT);
    }
  }

  /** Nothing more is given out. */
  void stop() {
    lock.lock();
    try {
      stoppedAt = System.nanoTime();
      stopped = true;
      changed.signalAll();
      finished.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean offer(HostLane lane) {
    boolean eligible = lane.eligible();
    if (eligible) {
      lane.queue();
      ready.add(lane);
    }
    return eligible;
  }

  /** Somebody for what is ready, or soon will be. */
  private void call() {
    if (idle > 0) {
      changed.signal();
    } else if (workers.size() < MOST_WORKERS) {
      workers.add(Thread.ofPlatform().daemon().name("check-" + workers.size()).start(work));
    }
  }
}
