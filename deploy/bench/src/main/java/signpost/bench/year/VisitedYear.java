package signpost.bench.year;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import signpost.bench.Figures;
import signpost.bench.year.ChangingWeb.ChangingPage;

/** What one policy's year of visits was worth. */
final class VisitedYear {
  /** How often a policy is asked for hints. */
  private static final long HINTS_EVERY = 12 * 3_600;

  private final ChangingWeb web;
  private final int[] seen;
  private final long[] dueAt;
  private final double[] stale;
  private final List<Duration> placedAfter = new ArrayList<>();
  private final List<Duration> othersAfter = new ArrayList<>();
  private final PriorityQueue<DueVisit> queue =
      new PriorityQueue<>(Comparator.comparingLong(DueVisit::at).thenComparingInt(DueVisit::page));
  private final long[] visits = new long[2];
  private long hints;

  private record DueVisit(long at, int page) {}

  private VisitedYear(ChangingWeb web) {
    int pages = web.pages().size();
    this.web = web;
    this.seen = new int[pages];
    this.dueAt = new long[pages];
    this.stale = new double[pages];
  }

  /** Runs the year; the first visits are spread over the first day. */
  static VisitedYear of(ChangingWeb web, VisitPolicy policy) {
    VisitedYear year = new VisitedYear(web);
    for (int page = 0; page < web.pages().size(); page++) {
      year.due(page, page * 86_400L / web.pages().size());
    }
    year.run(policy);
    return year;
  }

  private void run(VisitPolicy policy) {
    long look = HINTS_EVERY;
    for (DueVisit due = queue.remove(); due.at() < ChangingWeb.YEAR; due = queue.remove()) {
      for (; look <= due.at(); look += HINTS_EVERY) {
        for (int page : policy.hinted(look)) {
          due(page, Math.min(look, dueAt[page]));
        }
      }
      if (dueAt[due.page()] == due.at()) { // and was not brought forward since
        visit(due, policy);
      }
    }
    hints = policy.hintRequests();
    for (int page = 0; page < seen.length; page++) {
      see(page, ChangingWeb.YEAR, new ArrayList<>());
    }
  }

  private void visit(DueVisit due, VisitPolicy policy) {
    boolean placed = web.pages().get(due.page()).placed();
    visits[placed ? 0 : 1]++;
    boolean changed = see(due.page(), due.at(), placed ? placedAfter : othersAfter);
    due(due.page(), Math.max(policy.next(due.page(), changed, due.at()), due.at() + 60));
  }

  private void due(int page, long at) {
    dueAt[page] = at;
    queue.add(new DueVisit(at, page));
  }

  private boolean see(int page, long now, List<Duration> after) {
    List<Long> changes = web.pages().get(page).changes();
    int first = seen[page];
    while (seen[page] < changes.size() && changes.get(seen[page]) <= now) {
      after.add(Duration.ofSeconds(now - changes.get(seen[page])));
      seen[page]++;
    }
    if (seen[page] > first) {
      stale[page] += now - changes.get(first);
    }
    return seen[page] > first;
  }

  long placedVisits() {
    return visits[0];
  }

  long otherVisits() {
    return visits[1];
  }

  long hintRequests() {
    return hints;
  }

  /** All that was asked for the sake of pages. */
  long requests() {
    return visits[0] + visits[1] + hints;
  }

  Figures placedAfter() {
    return Figures.of(placedAfter);
  }

  Figures othersAfter() {
    return Figures.of(othersAfter);
  }

  /** The share of pages that are as they were last seen, over the year, in per cent by weight. */
  double freshness() {
    double fresh = 0;
    double all = 0;
    for (int page = 0; page < stale.length; page++) {
      ChangingPage it = web.pages().get(page);
      fresh += it.weight() * (1 - stale[page] / ChangingWeb.YEAR);
      all += it.weight();
    }
    return 100 * fresh / all;
  }
}
