package signpost.bench.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import signpost.bench.year.SimulatedOutage.OutageKind;

/**
 * What every target answers at every second of the year, drawn once from a seed. The mix is the
 * task's: outages log-normal with a median of 20 minutes and 1 % over 72 hours; 30 % of bad
 * deployments answer 404 for 10 minutes to 12 hours; maintenance, bot walls, flapping, rate limits,
 * TLS lapses, soft 404s, moves, 6 % permanent deaths, and our own network gone for hours. A quarter
 * of the hosts have one target only and others two to four; their pages go missing for some hours,
 * one at a time. Sites take several pages away for good, or are rebuilt.
 */
final class SimulatedWorld {
  static final long START = 1_767_225_600; // 1 January 2026
  static final long YEAR = 365L * 86_400;
  private static final long HOUR = 3_600;
  private static final long DAY = 86_400;
  private static final int SMALL = 6;
  private static final double OUTAGE_SPREAD = Math.log(72 * 60 / 20.0) / 2.326;

  private final int[] hostOf;
  private final List<List<SimulatedOutage>> ofHosts = new ArrayList<>();
  private final List<List<SimulatedOutage>> ofTargets = new ArrayList<>();
  private final List<SimulatedOutage> ofUs = new ArrayList<>();
  private final Random random;

  SimulatedWorld(long seed, int targets, int hosts) {
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
      ofUs.add(
          new SimulatedOutage(from, from + between(HOUR, 10 * HOUR), OutageKind.OUR_NETWORK, 1));
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
  Optional<SimulatedOutage> troubleOf(int target, long now) {
    for (SimulatedOutage trouble : ofHosts.get(hostOf[target])) {
      if (trouble.at(now) && befalls(trouble, target, now)) {
        return Optional.of(trouble);
      }
    }
    return firstAt(ofTargets.get(target), now);
  }

  private static Optional<SimulatedOutage> firstAt(List<SimulatedOutage> troubles, long now) {
    for (SimulatedOutage trouble : troubles) {
      if (trouble.at(now)) {
        return Optional.of(trouble);
      }
    }
    return Optional.empty();
  }

  /** The weightiest of what is wrong now: a page may be dead and its host away besides. */
  Optional<SimulatedOutage> truthOf(int target, long now) {
    return troublesOf(target, now)
        .filter(SimulatedOutage::worthTelling)
        .findFirst()
        .or(() -> troubleOf(target, now));
  }

  /** What is wrong with a whole host now, the weightiest first. */
  Optional<SimulatedOutage> truthOfHost(int host, long now) {
    List<SimulatedOutage> all = ofHosts.get(host).stream().filter(it -> it.at(now)).toList();
    return all.stream()
        .filter(it -> it.worthTelling() && it.isSilence())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private Stream<SimulatedOutage> troublesOf(int target, long now) {
    return Stream.concat(
        ofHosts.get(hostOf[target]).stream().filter(it -> it.at(now) && befalls(it, target, now)),
        ofTargets.get(target).stream().filter(it -> it.at(now)));
  }

  /** Whatever may befall the target at some time between, our own network included. */
  Stream<SimulatedOutage> troublesOf(int target, long from, long to) {
    return Stream.of(ofHosts.get(hostOf[target]), ofTargets.get(target), ofUs)
        .flatMap(List::stream)
        .filter(it -> it.from() < to && from < it.to());
  }

  /** What is wrong as we see it, our own network included. */
  Optional<SimulatedOutage> seen(int target, long now) {
    Optional<SimulatedOutage> ours = firstAt(ofUs, now);
    return ours.isPresent() ? ours : troubleOf(target, now);
  }

  /** Deaths that can be seen: not of pages that are, or soon will be, hidden for good. */
  List<SimulatedOutage> lasting(int target) {
    List<SimulatedOutage> all =
        Stream.concat(ofHosts.get(hostOf[target]).stream(), ofTargets.get(target).stream())
            .filter(it -> it.lasts() && befalls(it, target, it.from()))
            .toList();
    long hiddenFrom =
        all.stream()
            .filter(SimulatedOutage::hides)
            .mapToLong(it -> it.from() - 2 * DAY)
            .min()
            .orElse(SimulatedOutage.FOR_EVER);
    return all.stream()
        .filter(SimulatedOutage::worthTelling)
        .filter(it -> it.hides() || it.from() < hiddenFrom)
        .toList();
  }

  private static boolean befalls(SimulatedOutage trouble, int target, long now) {
    return switch (trouble.kind()) {
      case FLAPPING -> Math.floorMod(now + target * 37L, 6 * HOUR) < HOUR;
      case RATE_LIMIT -> Math.floorMod(now * 31 + target * 17L, 5) == 0;
      case MAINTENANCE -> Math.floorMod(now - trouble.from(), 7 * DAY) < 2 * HOUR;
      default -> Math.floorMod(target * 2_654_435_761L, 1000) < trouble.share() * 1000;
    };
  }

  private List<SimulatedOutage> hostTroubles(boolean dies) {
    List<SimulatedOutage> troubles = new ArrayList<>();
    if (dies) {
      add(troubles, OutageKind.HOST_GONE, SimulatedOutage.FOR_EVER, 1);
    }
    for (int outage = 0; outage < 6; outage++) {
      double minutes = 20 * Math.exp(OUTAGE_SPREAD * random.nextGaussian());
      add(troubles, outageKind(), (long) (minutes * 60), 1);
    }
    for (int deployment = 0; deployment < 2; deployment++) {
      OutageKind kind =
          random.nextDouble() < 0.3 ? OutageKind.DEPLOYMENT_404 : OutageKind.DEPLOYMENT_500;
      add(troubles, kind, between(600, 12 * HOUR), 0.1 + 0.9 * random.nextDouble());
    }
    sometimes(troubles, 0.5, OutageKind.MAINTENANCE, YEAR);
    sometimes(troubles, 0.04, OutageKind.WALL, SimulatedOutage.FOR_EVER);
    sometimes(troubles, 0.06, OutageKind.WALL, between(DAY, 20 * DAY));
    sometimes(troubles, 0.05, OutageKind.FLAPPING, between(5 * DAY, 15 * DAY));
    sometimes(troubles, 0.08, OutageKind.RATE_LIMIT, between(10 * DAY, 90 * DAY));
    sometimes(troubles, 0.1, OutageKind.TLS_EXPIRED, between(2 * HOUR, 6 * DAY));
    if (random.nextDouble() < 0.06) {
      add(
          troubles,
          OutageKind.SECTION_404,
          SimulatedOutage.FOR_EVER,
          0.1 + 0.5 * random.nextDouble());
    }
    if (random.nextDouble() < 0.04) {
      add(
          troubles,
          OutageKind.REBUILT_404,
          SimulatedOutage.FOR_EVER,
          0.6 + 0.4 * random.nextDouble());
    }
    return troubles;
  }

  private OutageKind outageKind() {
    double drawn = random.nextDouble();
    return drawn < 0.4
        ? OutageKind.SERVER_ERRORS
        : drawn < 0.7
            ? OutageKind.TIMEOUTS
            : drawn < 0.9 ? OutageKind.REFUSED : OutageKind.DNS_TROUBLE;
  }

  private List<SimulatedOutage> targetTroubles(int ofItsHost) {
    List<SimulatedOutage> troubles = new ArrayList<>();
    for (int glitch = 0; ofItsHost <= SMALL && glitch < 3; glitch++) {
      sometimes(troubles, 0.5, OutageKind.GLITCH_404, between(HOUR / 2, 4 * HOUR));
    }
    sometimes(troubles, 0.045, OutageKind.PAGE_404, SimulatedOutage.FOR_EVER);
    sometimes(troubles, 0.005, OutageKind.PAGE_410, SimulatedOutage.FOR_EVER);
    sometimes(troubles, 0.005, OutageKind.SOFT_404, SimulatedOutage.FOR_EVER);
    sometimes(troubles, 0.03, OutageKind.MOVE, SimulatedOutage.FOR_EVER);
    return troubles;
  }

  private void sometimes(
      List<SimulatedOutage> troubles, double share, OutageKind kind, long seconds) {
    if (random.nextDouble() < share) {
      add(troubles, kind, seconds, 1);
    }
  }

  private void add(List<SimulatedOutage> troubles, OutageKind kind, long seconds, double share) {
    long from = anyTime();
    long to = seconds == SimulatedOutage.FOR_EVER ? SimulatedOutage.FOR_EVER : from + seconds;
    troubles.add(new SimulatedOutage(from, to, kind, share));
  }

  private long anyTime() {
    return START + between(2 * DAY, YEAR);
  }

  private long between(long least, long most) {
    return least + (long) (random.nextDouble() * (most - least));
  }
}
