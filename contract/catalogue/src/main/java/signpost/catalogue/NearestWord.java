package signpost.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What someone probably meant to write. */
public final class NearestWord {
  private static final int MOST = 20;
  private static final int LONGEST = 100;

  private NearestWord() {}

  /** " Did you mean 'x'?" for a near miss, else " Known here: x, y." */
  static String hint(String written, Collection<String> known) {
    return of(written, known)
        .map(it -> " Did you mean '" + it + "'?")
        .orElseGet(() ->
            known.isEmpty()
                ? ""
                : " Known here: "
                    + known.stream().sorted().limit(MOST).collect(Collectors.joining(", "))
                    + (known.size() > MOST ? " and more" : "")
                    + ".");
  }

  /** The nearest of the known words, if one is near: at most three letters off. */
  public static Optional<String> of(String written, Collection<String> known) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = written.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, Math.min(3, written.length() / 2));
    return known.stream()
        .filter(it -> distance(lower, it.toLowerCase(Locale.ROOT)) <= limit)
        .min(
            Comparator.comparingInt((String it) -> distance(lower, it.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Edits of one letter, neighbours swapped counting once (optimal string alignment). */
  static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[one.length()][other.length()];
  }
}
