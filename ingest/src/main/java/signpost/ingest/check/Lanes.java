package signpost.ingest.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Hosts in the order in which they may be asked next. A worker takes a target only of a host that
 * is ready now; nobody holds a slot while a host rests.
 */
final class Lanes {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Lane> lanes = new HashMap<>();
  private final PriorityQueue<Lane> ready =
      new PriorityQueue<>(Comparator.comparingLong(Lane::readyAt));
  private final Function<String, Lane> maker;
  private int pending;

  /** A target that is being checked, and where it came from. */
  record Job(Lane lane, Target target) {}

  Lanes(Function<String, Lane> maker) {
    this.maker = maker;
  }

  void add(String host, Target target) {
    lock.lock();
    try {
      Lane lane = lanes.computeIfAbsent(host, maker);
      lane.add(target);
      pending++;
      offer(lane);
    } finally {
      lock.unlock();
    }
  }

  /** The next target that may be asked for; nothing once all are done. */
  Optional<Job> take() throws InterruptedException {
    lock.lock();
    try {
      while (pending > 0) {
        Lane first = ready.peek();
        long now = System.nanoTime();
        if (first == null) {
          changed.await();
        } else if (first.readyAt() > now) {
          changed.awaitNanos(first.readyAt() - now);
        } else {
          ready.remove();
          Target target = first.take(now);
          offer(first);
          return Optional.of(new Job(first, target));
        }
      }
      changed.signalAll();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** The job's end: {@code again} puts the target back in front. */
  void done(Job job, boolean again, Consumer<Lane> learnt) {
    lock.lock();
    try {
      Lane lane = job.lane();
      ready.remove(lane);
      lane.release();
      learnt.accept(lane);
      if (again) {
        lane.addFirst(job.target());
      } else {
        pending--;
      }
      lane.unqueue();
      offer(lane);
      if (pending == 0) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Nothing more is given out. */
  void stop() {
    lock.lock();
    try {
      pending = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void offer(Lane lane) {
    if (lane.eligible()) {
      lane.queue();
      ready.add(lane);
      changed.signal();
    }
  }
}
