package signpost.bench.year;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.bench.FigureTable;
import signpost.bench.Figures;
import signpost.web.schedule.ChangeRate;
import signpost.web.schedule.VisitPlan;

/** Measures what learned visits and hints are worth over a made-up year. */
@Command(
    name = "visits",
    mixinStandardHelpOptions = true,
    description = {
      "A made-up year of pages that change, each at its own rate, on hosts whose sitemaps are honest,"
          + " lazy, lying or not there: how soon changes are seen, and at how many requests.",
      "Beside each other: placed pages every 12 hours and others weekly; all alike at as many requests"
          + " as Signpost makes; Signpost's learned visits with and without hints; and whoever knows the"
          + " true rates and has promised nothing. Mere links, which are only asked whether they work,"
          + " are counted with the requests."
    })
public final class VisitsCommand implements Callable<Integer> {
  private static final Duration WEEK = Duration.ofDays(7);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--placed",
      defaultValue = "2000",
      description = "pages that guides lead to (default: ${DEFAULT-VALUE})")
  private int placed;

  @Option(
      names = "--others",
      defaultValue = "2000",
      description = "other pages that are read (default: ${DEFAULT-VALUE})")
  private int others;

  @Option(
      names = "--links",
      defaultValue = "60000",
      description = "links on pages (default: ${DEFAULT-VALUE})")
  private int links;

  @Option(
      names = "--placed-every",
      paramLabel = "HOURS",
      defaultValue = "12",
      description = "what Signpost promises for placed pages (default: ${DEFAULT-VALUE})")
  private int placedEvery;

  @Option(names = "--hosts", defaultValue = "200", description = "default: ${DEFAULT-VALUE}")
  private int hosts;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    SimulatedWorld world = new SimulatedWorld(seed, placed, hosts);
    ChangingWeb web = new ChangingWeb(seed, world, others);
    VisitedYear today = VisitedYear.of(web, (page, _, now) -> now + usual(web, page).toSeconds());
    VisitedYear blind = VisitedYear.of(web, learned(web, false));
    VisitedYear learned = VisitedYear.of(web, learned(web, true));
    double aDay = learned.requests() / 365.0;
    long alike = (long) (86_400 * web.pages().size() / aDay);
    VisitedYear uniform = VisitedYear.of(web, (_, _, now) -> now + alike);
    VisitedYear knowing = VisitedYear.of(web, KnowingVisits.of(web, aDay));
    print(out, "12 hours and weekly", today, weekly());
    print(out, "all alike", uniform, quiet());
    print(out, "learned, without hints", blind, quiet());
    print(out, "learned", learned, quiet());
    print(out, "who knows the rates", knowing, quiet());
    var table = new FigureTable(out);
    wanted(table, today, learned, knowing);
    deaths(table, out, world);
    return table.reached() ? 0 : 1;
  }

  private LearnedVisits learned(ChangingWeb web, boolean hinting) {
    return new LearnedVisits(web, hosts, Duration.ofHours(placedEvery), hinting);
  }

  private static Duration usual(ChangingWeb web, int page) {
    return web.pages().get(page).placed() ? SignpostChecker.EVERY : WEEK;
  }

  private void wanted(
      FigureTable table, VisitedYear today, VisitedYear learned, VisitedYear knowing) {
    double share =
        100.0 * (learned.requests() + quiet() * links) / (today.requests() + weekly() * links);
    table.row(
        "requests of those made until now", "%.1f %%".formatted(share), "≤ 40 %", share <= 40);
    sooner(table, "placed", today.placedAfter(), learned.placedAfter());
    sooner(table, "others", today.othersAfter(), learned.othersAfter());
    double lost = knowing.freshness() - learned.freshness();
    table.row("freshness behind who knows", "%.2f %%".formatted(lost), "≤ 2 %", lost <= 2);
  }

  private static void sooner(FigureTable table, String which, Figures today, Figures learned) {
    for (int percent : List.of(50, 95)) {
      Duration now = learned.percentile(percent);
      Duration before = today.percentile(percent);
      table.row(
          "change seen, %s, p%d".formatted(which, percent),
          hours(now),
          "≤ " + hours(before),
          now.compareTo(before) <= 0);
    }
  }

  private void deaths(FigureTable table, PrintWriter out, SimulatedWorld world) {
    YearScores year =
        new YearScores(world, new SignpostChecker(world, _ -> Duration.ofHours(placedEvery)).run());
    year.print("deaths of placed pages, judged", out);
    long late = year.score().lateUnhidden();
    table.row("told late, nothing having hidden them", Long.toString(late), "0", late == 0);
  }

  /** Visits a year of a link that works, once a week. */
  private static long weekly() {
    return 52;
  }

  /** Visits a year of a link that works, as its wait grows. */
  private static long quiet() {
    ChangeRate rate = ChangeRate.UNKNOWN;
    long visits = 0;
    Instant begin = Instant.EPOCH;
    for (Instant at = begin; at.isBefore(begin.plus(Duration.ofDays(365))); visits++) {
      Duration wait = VisitPlan.linked(WEEK).wait(rate.perDay());
      rate = rate.after(false, wait);
      at = at.plus(wait);
    }
    return visits;
  }

  private void print(PrintWriter out, String policy, VisitedYear year, long ofLinks) {
    out.printf(
        "%-24s %,11d requests (placed %,d · others %,d · hints %,d · links %,d) · fresh %.2f %%%n",
        policy,
        year.requests() + ofLinks * links,
        year.placedVisits(),
        year.otherVisits(),
        year.hintRequests(),
        ofLinks * links,
        year.freshness());
    out.printf(
        "%-24s change seen after: placed p50 %s, p95 %s · others p50 %s, p95 %s%n",
        "",
        hours(year.placedAfter().percentile(50)),
        hours(year.placedAfter().percentile(95)),
        hours(year.othersAfter().percentile(50)),
        hours(year.othersAfter().percentile(95)));
    out.flush();
  }

  private static String hours(Duration time) {
    return "%.1f h".formatted(time.toMinutes() / 60.0);
  }
}
