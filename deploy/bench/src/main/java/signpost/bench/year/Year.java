package signpost.bench.year;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import signpost.bench.Figures;
import signpost.bench.year.Trouble.Kind;

/** What alerts were worth: how many were right, what was missed, how long it took. */
final class Year {
  private static final int SHOWN = 8;
  private static final long DAY = 86_400;

  private final World world;
  private final List<Alert> alerts;

  Year(World world, List<Alert> alerts) {
    this.world = world;
    this.alerts = alerts;
  }

  void print(String judge, PrintWriter out) {
    long right = alerts.stream().filter(Alert::right).count();
    long ours = alerts.stream().filter(it -> it.truth().isEmpty()).count();
    out.printf(
        "%-26s %5d alerts (%d of hosts) · precision %.2f %% · %.0f alerts per 1,000 links a year · %d"
            + " of a link that was well%n",
        judge,
        alerts.size(),
        alerts.stream().filter(Alert::host).count(),
        alerts.isEmpty() ? 100.0 : 100.0 * right / alerts.size(),
        1000.0 * alerts.size() / world.targets(),
        ours);
    delays("404 or 410 of one page", out, it -> isPage(it));
    delays("soft 404", out, it -> it.kind() == Kind.SOFT_404);
    delays("dead host", out, it -> it.kind() == Kind.HOST_GONE);
  }

  /** The wrong ones by what was really the matter. */
  void explain(PrintWriter out) {
    List<Alert> wrong = alerts.stream().filter(it -> !it.right()).toList();
    Map<String, Long> kinds =
        wrong.stream().collect(Collectors.groupingBy(Year::cause, Collectors.counting()));
    out.printf("  wrong: %d %s%n", wrong.size(), kinds);
    wrong.stream()
        .limit(SHOWN)
        .forEach(it ->
            out.printf(
                "    %s %s %d: %s%n",
                Instant.ofEpochSecond(it.at()),
                it.host() ? "host" : "link",
                it.subject(),
                it.truth().map(Year::words).orElse("nothing was wrong at that moment")));
  }

  private static String cause(Alert alert) {
    return alert.truth().map(it -> it.kind().name()).orElse("NOTHING");
  }

  private static String words(Trouble trouble) {
    return "%s from %s for %s"
        .formatted(
            trouble.kind(),
            Instant.ofEpochSecond(trouble.from()),
            Duration.ofSeconds(trouble.to() - trouble.from()));
  }

  private static boolean isPage(Trouble trouble) {
    return trouble.kind() == Kind.PAGE_404 || trouble.kind() == Kind.PAGE_410;
  }

  /** Deaths up to a week before the year's end, each told by its link or its host, or missed. */
  private void delays(String what, PrintWriter out, Predicate<Trouble> which) {
    Map<Integer, List<Alert>> ofLinks = by(false);
    Map<Integer, List<Alert>> ofHosts = by(true);
    List<Duration> told = new ArrayList<>();
    int missed = 0;
    for (int target : IntStream.range(0, world.targets()).toArray()) {
      for (Trouble death : world.lasting(target).stream().filter(which).toList()) {
        if (death.from() < World.START + World.YEAR - 7 * DAY) {
          List<Alert> candidates = new ArrayList<>(ofLinks.getOrDefault(target, List.of()));
          candidates.addAll(ofHosts.getOrDefault(world.hostOf(target), List.of()));
          var first =
              candidates.stream()
                  .filter(it -> it.at() >= death.from())
                  .min(Comparator.comparingLong(Alert::at));
          first.ifPresent(it -> told.add(Duration.ofSeconds(it.at() - death.from())));
          missed += first.isEmpty() ? 1 : 0;
        }
      }
    }
    Figures figures = Figures.of(told);
    out.printf(
        "  %-24s %4d told, %d missed · after p50 %s · p95 %s · max %s%n",
        what,
        told.size(),
        missed,
        hours(figures.percentile(50)),
        hours(figures.percentile(95)),
        hours(figures.percentile(100)));
  }

  private Map<Integer, List<Alert>> by(boolean host) {
    return alerts.stream()
        .filter(it -> it.host() == host)
        .collect(Collectors.groupingBy(Alert::subject));
  }

  private static String hours(Duration duration) {
    return "%.1f h".formatted(duration.toMinutes() / 60.0);
  }
}
