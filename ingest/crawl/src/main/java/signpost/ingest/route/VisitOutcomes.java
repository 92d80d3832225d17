package signpost.ingest.route;

import java.util.concurrent.atomic.AtomicInteger;
import signpost.record.LoopHealth;

/**
 * Whether visits get on. One odd page is said once and set aside, and the others go on; where page
 * after page is odd it is not the pages, and ops has to know.
 */
final class VisitOutcomes {
  static final int MOST_IN_A_ROW = 10;

  private final LoopHealth visits;
  private final AtomicInteger putOffInARow = new AtomicInteger();

  VisitOutcomes(LoopHealth visits) {
    this.visits = visits;
  }

  /** A visit went through. */
  void done() {
    putOffInARow.set(0);
    visits.gotOn();
  }

  /** A visit failed at something of ours, and its page is put off. */
  void putOff() {
    if (putOffInARow.incrementAndGet() < MOST_IN_A_ROW) {
      visits.gotOn();
    }
  }
}
