package signpost.sample.web;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import signpost.sample.noise.RandomPick;

/** What differs from one visit to the next without meaning anything; the same for equal seeds. */
final class VisitNoise {
  private final Random random;

  VisitNoise(long seed) {
    this.random = new Random(seed);
  }

  String hex(int bytes) {
    byte[] some = new byte[bytes];
    random.nextBytes(some);
    return HexFormat.of().formatHex(some);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int visits) {
    return random.nextInt(visits) == 0;
  }

  <T> List<T> some(List<T> all, int count) {
    return RandomPick.some(all, count, random);
  }

  /** An address as Cloudflare hides it: each byte masked with a key that changes at every visit. */
  String hiddenAddress(String address) {
    int key = random.nextInt(256);
    StringBuilder out = new StringBuilder("%02x".formatted(key));
    address.chars().forEach(c -> out.append("%02x".formatted(c ^ key)));
    return out.toString();
  }
}
