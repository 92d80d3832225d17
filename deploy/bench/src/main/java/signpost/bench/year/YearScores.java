package signpost.bench.year;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What alerts were worth: how many were right, what was missed, how long it took. */
final class YearScores {
  private static final int SHOWN = 8;

  private final SimulatedWorld world;
  private final List<OutageAlert> alerts;
  private final PageDeaths deaths;

  YearScores(SimulatedWorld world, List<OutageAlert> alerts) {
    this.world = world;
    this.alerts = alerts;
    this.deaths = new PageDeaths(world, alerts);
  }

  /**
   * The figures of one year.
   *
   * @param precision of all causes told, the right ones, in per cent: a hundred links of one
   *     rebuilt site are one cause told rightly, while each wrong alert counts
   * @param recall of all deaths, those told
   * @param lateUnwalled told later than they should or never, and not behind a wall
   * @param lateUnhidden the same, and nothing else hid them either
   */
  record YearScore(double precision, double recall, long lateUnwalled, long lateUnhidden) {}

  YearScore score() {
    return new YearScore(byCause(), deaths.recall(), deaths.lateUnwalled(), deaths.lateUnhidden());
  }

  private double byCause() {
    long causes =
        alerts.stream()
            .filter(OutageAlert::right)
            .flatMap(it -> it.truth().stream())
            .distinct()
            .count();
    long all = causes + wrong().size();
    return all == 0 ? 100.0 : 100.0 * causes / all;
  }

  private List<OutageAlert> wrong() {
    return alerts.stream().filter(it -> !it.right()).toList();
  }

  void print(String judge, PrintWriter out) {
    long right = alerts.stream().filter(OutageAlert::right).count();
    long ours = alerts.stream().filter(it -> it.truth().isEmpty()).count();
    out.printf(
        "%-26s %5d alerts (%d of hosts) · precision %.2f %% (by cause %.2f %%) · recall %.2f %% ·"
            + " %.0f alerts per 1,000 links a year · %d of a link that was well%n",
        judge,
        alerts.size(),
        alerts.stream().filter(OutageAlert::host).count(),
        alerts.isEmpty() ? 100.0 : 100.0 * right / alerts.size(),
        byCause(),
        deaths.recall(),
        1000.0 * alerts.size() / world.targets(),
        ours);
    deaths.print(out);
  }

  /** The wrong ones by what was really the matter; and the deaths told late or never. */
  void explain(PrintWriter out) {
    deaths.explain(out);
    List<OutageAlert> wrong = wrong();
    Map<String, Long> kinds =
        wrong.stream().collect(Collectors.groupingBy(YearScores::cause, Collectors.counting()));
    out.printf("  wrong: %d %s%n", wrong.size(), kinds);
    wrong.stream()
        .limit(SHOWN)
        .forEach(it ->
            out.printf(
                "    %s %s %d: %s%n      %s%n",
                Instant.ofEpochSecond(it.at()),
                it.host() ? "host" : "link",
                it.subject(),
                it.truth().map(YearScores::words).orElse("nothing was wrong at that moment"),
                it.evidence()));
  }

  private static String cause(OutageAlert alert) {
    return alert.truth().map(it -> it.kind().name()).orElse("NOTHING");
  }

  static String words(SimulatedOutage trouble) {
    return "%s from %s for %s"
        .formatted(
            trouble.kind(),
            Instant.ofEpochSecond(trouble.from()),
            trouble.lasts() ? "good" : Duration.ofSeconds(trouble.to() - trouble.from()));
  }
}
