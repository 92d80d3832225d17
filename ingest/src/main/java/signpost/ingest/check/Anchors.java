package signpost.ingest.check;

import java.util.Arrays;

/** The fragments a page has, kept as hashes: a page in a manual has hundreds. */
final class Anchors {
  private final long[] hashes;

  private Anchors(long[] hashes) {
    this.hashes = hashes;
  }

  static Anchors of(Iterable<String> names) {
    long[] hashes = new long[16];
    int n = 0;
    for (String name : names) {
      if (n == hashes.length) {
        hashes = Arrays.copyOf(hashes, n * 2);
      }
      hashes[n++] = hash(name);
    }
    long[] sorted = Arrays.copyOf(hashes, n);
    Arrays.sort(sorted);
    return new Anchors(sorted);
  }

  boolean has(String name) {
    return Arrays.binarySearch(hashes, hash(name)) >= 0;
  }

  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
