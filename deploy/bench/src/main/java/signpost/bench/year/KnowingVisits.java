package signpost.bench.year;

import java.time.Duration;
import java.util.function.ToDoubleFunction;
import signpost.bench.year.ChangingWeb.ChangingPage;
import signpost.web.schedule.VisitPlan;

/**
 * The best that so many visits can do for whoever knows the true rates and has promised nothing:
 * each page as often as makes one more visit worth the same anywhere (Cho and Garcia-Molina 2003;
 * Azar et al. 2018; Kolobov et al. 2019).
 */
record KnowingVisits(ChangingWeb web, double price) implements VisitPolicy {
  private static final int HALVINGS = 60;

  /** Of so many visits a day over all pages. */
  static KnowingVisits of(ChangingWeb web, double aDay) {
    double cheap = 1e-9;
    double dear = 1e3;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double price = Math.sqrt(cheap * dear);
      boolean over = visits(web, price) > aDay;
      cheap = over ? price : cheap;
      dear = over ? dear : price;
    }
    return new KnowingVisits(web, dear);
  }

  private static double visits(ChangingWeb web, double price) {
    ToDoubleFunction<ChangingPage> aDay =
        it -> 86_400.0 / plan(it, price).wait(it.perDay()).toSeconds();
    return web.pages().stream().mapToDouble(aDay).sum();
  }

  private static VisitPlan plan(ChangingPage page, double price) {
    return new VisitPlan.WorthVisits(
        Duration.ofDays(365), Duration.ofMinutes(1), price / page.weight());
  }

  @Override
  public long next(int page, boolean changed, long now) {
    ChangingPage it = web.pages().get(page);
    return now + plan(it, price).wait(it.perDay()).toSeconds();
  }
}
