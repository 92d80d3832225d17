package signpost.bench.scale;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import signpost.url.CanonicalUrl;

/** The address of each page: few publishers have many pages, many have few. */
final class PageAddresses {
  private static final List<String> SECTIONS =
      List.of("resources", "guidance", "training", "news", "publications", "help", "about", "blog");

  /** How unequal publishers are. */
  private static final double EXPONENT = 1.0;

  private final long seed;
  private final List<String> hosts;
  private final Zipf sizes;

  PageAddresses(long seed, int documents) {
    this.seed = seed;
    this.hosts = hosts(Math.max(20, documents / 100));
    this.sizes = new Zipf(hosts.size(), EXPONENT, 0);
  }

  /** The address of page {@code number}, and of no other. */
  CanonicalUrl of(int number) {
    SplittableRandom random = new SplittableRandom(seed * 31 + number);
    String host = hosts.get(sizes.draw(random));
    String section = SECTIONS.get(random.nextInt(SECTIONS.size()));
    String name = SyllableWords.ENGLISH.name(random) + "-" + SyllableWords.ENGLISH.name(random);
    return new CanonicalUrl(
        "https://" + host + "/" + section + "/" + name + "-" + Integer.toString(number, 36));
  }

  private static List<String> hosts(int count) {
    SplittableRandom random = new SplittableRandom(count);
    Set<String> hosts = new LinkedHashSet<>();
    while (hosts.size() < count) {
      String name = SyllableWords.ENGLISH.name(random);
      hosts.add((random.nextInt(3) == 0 ? "" : "www.") + name + ".test");
    }
    return new ArrayList<>(hosts);
  }
}
