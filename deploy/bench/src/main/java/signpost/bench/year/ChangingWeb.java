package signpost.bench.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Pages that change at random, each at its own rate, drawn once from a seed: 70 % less than
 * monthly, 20 % every one to six weeks, 8 % weekly, 2 % daily and, with a heavy tail, up to every
 * hour. Their hosts' sitemaps tell of it each in its own manner. Times are seconds from the year's
 * beginning.
 */
final class ChangingWeb {
  static final long YEAR = 365L * 86_400;
  private static final double DAY = 86_400;

  private final Random random;
  private final List<ChangingPage> pages;
  private final HintManner[] manners;

  /**
   * One page.
   *
   * @param placed whether a guide leads to it
   * @param perDay how often it changes
   * @param changes when it does, ascending
   * @param listed when the time in its sitemap's line moves, ascending
   */
  record ChangingPage(
      int host, boolean placed, double perDay, List<Long> changes, List<Long> listed) {
    ChangingPage {
      changes = List.copyOf(changes);
      listed = List.copyOf(listed);
    }

    /** How much one moment of its being fresh is worth. */
    double weight() {
      return placed ? 1 : 1 / 18.0;
    }
  }

  ChangingWeb(long seed, SimulatedWorld world, int others) {
    this.random = new Random(seed * 31);
    this.manners = new HintManner[world.hosts()];
    for (int host = 0; host < world.hosts(); host++) {
      manners[host] = HintManner.drawn(random.nextDouble());
    }
    this.pages =
        IntStream.range(0, world.targets() + others)
            .mapToObj(i -> page(world.hostOf(i % world.targets()), i < world.targets()))
            .toList();
  }

  List<ChangingPage> pages() {
    return pages;
  }

  HintManner manner(int host) {
    return manners[host];
  }

  private ChangingPage page(int host, boolean placed) {
    double perDay = rate();
    List<Long> changes = times(perDay);
    return new ChangingPage(host, placed, perDay, changes, listed(manners[host], changes));
  }

  private double rate() {
    double drawn = random.nextDouble();
    return drawn < 0.7
        ? 1 / between(45, 720)
        : drawn < 0.9
            ? 1 / between(10, 45)
            : drawn < 0.98
                ? 1 / between(4, 10)
                : Math.min(0.6 / Math.sqrt(random.nextDouble()), 24);
  }

  private List<Long> times(double perDay) {
    List<Long> times = new ArrayList<>();
    double at = pause(perDay);
    while (at < YEAR) {
      times.add((long) at);
      at += pause(perDay);
    }
    return times;
  }

  private List<Long> listed(HintManner manner, List<Long> changes) {
    return switch (manner) {
      case HONEST -> changes;
      case LAZY ->
          changes.stream()
              .filter(_ -> random.nextBoolean())
              .map(it -> it + (random.nextInt(5) == 0 ? (long) (3 * DAY) : 0))
              .sorted()
              .toList();
      case LYING, NONE -> List.of();
    };
  }

  private double pause(double perDay) {
    return -Math.log(1 - random.nextDouble()) / perDay * DAY;
  }

  private double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }
}
