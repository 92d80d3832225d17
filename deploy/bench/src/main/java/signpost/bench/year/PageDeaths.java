package signpost.bench.year;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import signpost.bench.Figures;

/** How long after its end each page that died was told; by its host only if that died. */
final class PageDeaths {
  private static final long DAY = 86_400;

  /** The sorts of deaths and how soon each should be told. */
  private enum DeathKind {
    PAGE("404 or 410 of a page", Duration.ofHours(26)),
    SOFT_404("soft 404", Duration.ofDays(5)),
    HOST("dead host", Duration.ofDays(5));

    private final String words;
    private final Duration limit;

    DeathKind(String words, Duration limit) {
      this.words = words;
      this.limit = limit;
    }

    static DeathKind of(SimulatedOutage death) {
      return switch (death.kind()) {
        case PAGE_404, PAGE_410, SECTION_404, REBUILT_404 -> PAGE;
        case SOFT_404 -> SOFT_404;
        case HOST_GONE -> HOST;
        case SERVER_ERRORS,
            TIMEOUTS,
            REFUSED,
            DNS_TROUBLE,
            DEPLOYMENT_404,
            GLITCH_404,
            DEPLOYMENT_500,
            MAINTENANCE,
            FLAPPING,
            TLS_EXPIRED,
            OUR_NETWORK,
            WALL,
            RATE_LIMIT,
            MOVE ->
            throw new IllegalStateException(death.kind() + " is no death");
      };
    }
  }

  /**
   * One page that died.
   *
   * @param told counted from its end, if it was told at all
   * @param hiddenBy what kept us from seeing it within the limit, if anything did
   */
  private record PageDeath(
      int target,
      SimulatedOutage trouble,
      Optional<Duration> told,
      Optional<SimulatedOutage.OutageKind> hiddenBy) {
    DeathKind sort() {
      return DeathKind.of(trouble);
    }

    boolean walled() {
      return hiddenBy.filter(it -> it == SimulatedOutage.OutageKind.WALL).isPresent();
    }

    boolean late() {
      return told.filter(it -> it.compareTo(sort().limit) <= 0).isEmpty();
    }
  }

  private final SimulatedWorld world;
  private final Map<Integer, List<OutageAlert>> ofLinks;
  private final Map<Integer, List<OutageAlert>> ofHosts;
  private final List<PageDeath> deaths;

  /** Deaths up to a week before the year's end, of pages that a reader could reach until then. */
  PageDeaths(SimulatedWorld world, List<OutageAlert> alerts) {
    this.world = world;
    this.ofLinks = bySubject(alerts, false);
    this.ofHosts = bySubject(alerts, true);
    this.deaths =
        IntStream.range(0, world.targets())
            .boxed()
            .flatMap(target -> world.lasting(target).stream().map(it -> death(target, it)))
            .filter(
                it -> it.trouble().from() < SimulatedWorld.START + SimulatedWorld.YEAR - 7 * DAY)
            .filter(this::reachable)
            .toList();
  }

  private static Map<Integer, List<OutageAlert>> bySubject(List<OutageAlert> alerts, boolean host) {
    return alerts.stream()
        .filter(it -> it.host() == host)
        .collect(Collectors.groupingBy(OutageAlert::subject));
  }

  private PageDeath death(int target, SimulatedOutage trouble) {
    DeathKind sort = DeathKind.of(trouble);
    List<OutageAlert> byHost =
        sort == DeathKind.HOST ? ofHosts.getOrDefault(world.hostOf(target), List.of()) : List.of();
    Optional<Duration> told =
        Stream.concat(ofLinks.getOrDefault(target, List.of()).stream(), byHost.stream())
            .map(OutageAlert::at)
            .filter(at -> at >= trouble.from())
            .min(Comparator.naturalOrder())
            .map(at -> Duration.ofSeconds(at - trouble.from()));
    Optional<SimulatedOutage.OutageKind> hiddenBy =
        world
            .troublesOf(target, trouble.from(), trouble.from() + sort.limit.toSeconds())
            .filter(it -> it.hides() && !it.equals(trouble))
            .map(SimulatedOutage::kind)
            .min(Comparator.comparing(kind -> kind != SimulatedOutage.OutageKind.WALL));
    return new PageDeath(target, trouble, told, hiddenBy);
  }

  /** How many were told late or never though nothing hid them; a wall hides, and its like. */
  long lateUnhidden() {
    return deaths.stream().filter(it -> it.late() && it.hiddenBy().isEmpty()).count();
  }

  /** How many were told later than they should, or never, and were not behind a wall. */
  long lateUnwalled() {
    return deaths.stream().filter(it -> it.late() && !it.walled()).count();
  }

  private boolean reachable(PageDeath death) {
    return world
        .truthOf(death.target(), death.trouble().from() - 1)
        .filter(SimulatedOutage::worthTelling)
        .isEmpty();
  }

  /** The share that was told at all, in per cent. */
  double recall() {
    long told = deaths.stream().filter(it -> it.told().isPresent()).count();
    return deaths.isEmpty() ? 100.0 : 100.0 * told / deaths.size();
  }

  void print(PrintWriter out) {
    for (DeathKind sort : DeathKind.values()) {
      List<PageDeath> all = deaths.stream().filter(it -> it.sort() == sort).toList();
      List<Duration> told = all.stream().flatMap(it -> it.told().stream()).toList();
      Figures figures = Figures.of(told);
      out.printf(
          "  %-24s %4d told, %d missed, %d later than %d h (%d of them unhidden) · after p50 %s · p95"
              + " %s · max %s%n",
          sort.words,
          told.size(),
          all.size() - told.size(),
          all.stream().filter(it -> it.late() && it.told().isPresent()).count(),
          sort.limit.toHours(),
          all.stream().filter(it -> it.late() && it.hiddenBy().isEmpty()).count(),
          hours(figures.percentile(50)),
          hours(figures.percentile(95)),
          hours(figures.percentile(100)));
    }
  }

  /** Those told late or never, with whatever else was the matter until then. */
  void explain(PrintWriter out) {
    deaths.stream().filter(PageDeath::late).forEach(it -> out.println("  " + explained(it)));
  }

  private String explained(PageDeath death) {
    long from = death.trouble().from();
    long until = from + death.told().orElse(Duration.ofDays(21)).toSeconds();
    String others =
        world
            .troublesOf(death.target(), from, until)
            .filter(it -> !it.equals(death.trouble()))
            .map(YearScores::words)
            .collect(Collectors.joining("; "));
    return "%s: link %d, %s of %s; besides: %s"
        .formatted(
            death.told().map(it -> "told after " + hours(it)).orElse("never told"),
            death.target(),
            death.trouble().kind(),
            Instant.ofEpochSecond(from),
            others.isEmpty() ? "nothing" : others);
  }

  private static String hours(Duration duration) {
    return "%.1f h".formatted(duration.toMinutes() / 60.0);
  }
}
