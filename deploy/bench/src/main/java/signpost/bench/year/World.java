package signpost.bench.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import signpost.bench.year.Trouble.Kind;

/**
 * What every target answers at every second of the year, drawn once from a seed. The mix is the
 * task's: outages log-normal with a median of 20 minutes and 1 % over 72 hours; 30 % of bad
 * deployments answer 404 for 10 minutes to 12 hours; maintenance, bot walls, flapping, rate limits,
 * TLS lapses, soft 404s, moves, 6 % permanent deaths, and our own network gone for hours. A quarter
 * of the hosts have one target only and others two to four; their pages go missing for some hours,
 * one at a time. Sites take several pages away for good, or are rebuilt.
 */
final class World {
  static final long START = 1_767_225_600; // 1 January 2026
  static final long YEAR = 365L * 86_400;
  private static final long HOUR = 3_600;
  private static final long DAY = 86_400;
  private static final int SMALL = 6;
  private static final double OUTAGE_SPREAD = Math.log(72 * 60 / 20.0) / 2.326;

  private final int[] hostOf;
  private final List<List<Trouble>> ofHosts = new ArrayList<>();
  private final List<List<Trouble>> ofTargets = new ArrayList<>();
  private final List<Trouble> ofUs = new ArrayList<>();
  private final Random random;

  World(long seed, int targets, int hosts) {
    this.random = new Random(seed);
    this.hostOf = hosts(targets, hosts);
    int[] sizes = new int[hosts];
    for (int host : hostOf) {
      sizes[host]++;
    }
    for (int host = 0; host < hosts; host++) {
      ofHosts.add(hostTroubles(host < hosts / 100));
    }
    for (int target = 0; target < targets; target++) {
      ofTargets.add(targetTroubles(sizes[hostOf[target]]));
    }
    for (int time = 0; time < 3; time++) {
      long from = anyTime();
      ofUs.add(new Trouble(from, from + between(HOUR, 10 * HOUR), Kind.OUR_NETWORK, 1));
    }
  }

  /** A few large hosts, many small ones and many of a single target, as on any guide. */
  private int[] hosts(int targets, int hosts) {
    int lone = hosts / 4;
    int small = hosts / 8;
    int large = hosts - lone - small;
    int[] of = new int[targets];
    for (int target = 0; target < targets; target++) {
      double skewed = Math.pow(random.nextDouble(), 1.7);
      boolean besides = target < hosts + 2 * small;
      of[target] =
          target < hosts
              ? target
              : besides ? large + random.nextInt(small) : (int) (skewed * large);
    }
    return of;
  }

  int targets() {
    return hostOf.length;
  }

  int hosts() {
    return ofHosts.size();
  }

  int hostOf(int target) {
    return hostOf[target];
  }

  /** What is wrong with the target now, as a reader at home would find it: the host's first. */
  Optional<Trouble> troubleOf(int target, long now) {
    for (Trouble trouble : ofHosts.get(hostOf[target])) {
      if (trouble.at(now) && befalls(trouble, target, now)) {
        return Optional.of(trouble);
      }
    }
    return firstAt(ofTargets.get(target), now);
  }

  private static Optional<Trouble> firstAt(List<Trouble> troubles, long now) {
    for (Trouble trouble : troubles) {
      if (trouble.at(now)) {
        return Optional.of(trouble);
      }
    }
    return Optional.empty();
  }

  /** The weightiest of what is wrong now: a page may be dead and its host away besides. */
  Optional<Trouble> truthOf(int target, long now) {
    return troublesOf(target, now)
        .filter(Trouble::worthTelling)
        .findFirst()
        .or(() -> troubleOf(target, now));
  }

  /** What is wrong with a whole host now, the weightiest first. */
  Optional<Trouble> truthOfHost(int host, long now) {
    List<Trouble> all = ofHosts.get(host).stream().filter(it -> it.at(now)).toList();
    return all.stream()
        .filter(it -> it.worthTelling() && it.isSilence())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private Stream<Trouble> troublesOf(int target, long now) {
    return Stream.concat(
        ofHosts.get(hostOf[target]).stream().filter(it -> it.at(now) && befalls(it, target, now)),
        ofTargets.get(target).stream().filter(it -> it.at(now)));
  }

  /** Whatever may befall the target at some time between, our own network included. */
  Stream<Trouble> troublesOf(int target, long from, long to) {
    return Stream.of(ofHosts.get(hostOf[target]), ofTargets.get(target), ofUs)
        .flatMap(List::stream)
        .filter(it -> it.from() < to && from < it.to());
  }

  /** What is wrong as we see it, our own network included. */
  Optional<Trouble> seen(int target, long now) {
    Optional<Trouble> ours = firstAt(ofUs, now);
    return ours.isPresent() ? ours : troubleOf(target, now);
  }

  /** Deaths that can be seen: not of pages that are, or soon will be, hidden for good. */
  List<Trouble> lasting(int target) {
    List<Trouble> all =
        Stream.concat(ofHosts.get(hostOf[target]).stream(), ofTargets.get(target).stream())
            .filter(it -> it.lasts() && befalls(it, target, it.from()))
            .toList();
    long hiddenFrom =
        all.stream()
            .filter(Trouble::hides)
            .mapToLong(it -> it.from() - 2 * DAY)
            .min()
            .orElse(Trouble.FOR_EVER);
    return all.stream()
        .filter(Trouble::worthTelling)
        .filter(it -> it.hides() || it.from() < hiddenFrom)
        .toList();
  }

  private static boolean befalls(Trouble trouble, int target, long now) {
    return switch (trouble.kind()) {
      case FLAPPING -> Math.floorMod(now + target * 37L, 6 * HOUR) < HOUR;
      case RATE_LIMIT -> Math.floorMod(now * 31 + target * 17L, 5) == 0;
      case MAINTENANCE -> Math.floorMod(now - trouble.from(), 7 * DAY) < 2 * HOUR;
      default -> Math.floorMod(target * 2_654_435_761L, 1000) < trouble.share() * 1000;
    };
  }

  private List<Trouble> hostTroubles(boolean dies) {
    List<Trouble> troubles = new ArrayList<>();
    if (dies) {
      add(troubles, Kind.HOST_GONE, Trouble.FOR_EVER, 1);
    }
    for (int outage = 0; outage < 6; outage++) {
      double minutes = 20 * Math.exp(OUTAGE_SPREAD * random.nextGaussian());
      add(troubles, outageKind(), (long) (minutes * 60), 1);
    }
    for (int deployment = 0; deployment < 2; deployment++) {
      Kind kind = random.nextDouble() < 0.3 ? Kind.DEPLOYMENT_404 : Kind.DEPLOYMENT_500;
      add(troubles, kind, between(600, 12 * HOUR), 0.1 + 0.9 * random.nextDouble());
    }
    sometimes(troubles, 0.5, Kind.MAINTENANCE, YEAR);
    sometimes(troubles, 0.04, Kind.WALL, Trouble.FOR_EVER);
    sometimes(troubles, 0.06, Kind.WALL, between(DAY, 20 * DAY));
    sometimes(troubles, 0.05, Kind.FLAPPING, between(5 * DAY, 15 * DAY));
    sometimes(troubles, 0.08, Kind.RATE_LIMIT, between(10 * DAY, 90 * DAY));
    sometimes(troubles, 0.1, Kind.TLS_EXPIRED, between(2 * HOUR, 6 * DAY));
    if (random.nextDouble() < 0.06) {
      add(troubles, Kind.SECTION_404, Trouble.FOR_EVER, 0.1 + 0.5 * random.nextDouble());
    }
    if (random.nextDouble() < 0.04) {
      add(troubles, Kind.REBUILT_404, Trouble.FOR_EVER, 0.6 + 0.4 * random.nextDouble());
    }
    return troubles;
  }

  private Kind outageKind() {
    double drawn = random.nextDouble();
    return drawn < 0.4
        ? Kind.SERVER_ERRORS
        : drawn < 0.7 ? Kind.TIMEOUTS : drawn < 0.9 ? Kind.REFUSED : Kind.DNS_TROUBLE;
  }

  private List<Trouble> targetTroubles(int ofItsHost) {
    List<Trouble> troubles = new ArrayList<>();
    for (int glitch = 0; ofItsHost <= SMALL && glitch < 3; glitch++) {
      sometimes(troubles, 0.5, Kind.GLITCH_404, between(HOUR / 2, 4 * HOUR));
    }
    sometimes(troubles, 0.045, Kind.PAGE_404, Trouble.FOR_EVER);
    sometimes(troubles, 0.005, Kind.PAGE_410, Trouble.FOR_EVER);
    sometimes(troubles, 0.005, Kind.SOFT_404, Trouble.FOR_EVER);
    sometimes(troubles, 0.03, Kind.MOVE, Trouble.FOR_EVER);
    return troubles;
  }

  private void sometimes(List<Trouble> troubles, double share, Kind kind, long seconds) {
    if (random.nextDouble() < share) {
      add(troubles, kind, seconds, 1);
    }
  }

  private void add(List<Trouble> troubles, Kind kind, long seconds, double share) {
    long from = anyTime();
    long to = seconds == Trouble.FOR_EVER ? Trouble.FOR_EVER : from + seconds;
    troubles.add(new Trouble(from, to, kind, share));
  }

  private long anyTime() {
    return START + between(2 * DAY, YEAR);
  }

  private long between(long least, long most) {
    return least + (long) (random.nextDouble() * (most - least));
  }
}
