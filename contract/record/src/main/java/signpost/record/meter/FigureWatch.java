package signpost.record.meter;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One source, asked by a thread of its own, so that it hangs alone. It works for a hundredth of the
 * time at most, as long as once a minute allows that: counting much is not done as often as
 * counting little. What took long once, as all does at a start, is asked again soon.
 */
final class FigureWatch {
  private static final Logger LOG = LoggerFactory.getLogger(FigureWatch.class);
  private static final Duration SELDOM = Duration.ofMinutes(1);
  private static final int SHARE = 100;

  private final FigureSource source;
  private final FigureBoard board;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Duration before = Duration.ZERO;
  private volatile long dueNanos = System.nanoTime();

  FigureWatch(FigureSource source, FigureBoard board) {
    this.source = source;
    this.board = board;
  }

  /** Has it asked where it is time, and where it is not still being asked. */
  void look() {
    if (System.nanoTime() - dueNanos >= 0 && asking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("figures").start(this::ask);
    }
  }

  private void ask() {
    long begun = System.nanoTime();
    try {
      board.put(source, source.figures());
    } catch (Exception e) { // What it asks has a loop of its own that fails, too, and says why.
      LOG.debug("Some figures cannot be known now", e);
      board.forget(source);
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      dueNanos = begun + rest(took.compareTo(before) < 0 ? took : before).toNanos();
      before = took;
      asking.set(false);
    }
  }

  /** How long after it was asked it is asked again, which took so long. */
  static Duration rest(Duration took) {
    Duration rest = took.multipliedBy(SHARE);
    return rest.compareTo(SELDOM) < 0 ? rest : SELDOM;
  }
}
