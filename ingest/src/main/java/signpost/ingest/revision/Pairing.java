package signpost.ingest.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.ingest.revision.Edits.Budget;
import signpost.ingest.revision.Reading.Line;

/** Which old block became which new one, where a run of blocks became another run. */
final class Pairing {
  /** At least so much of two blocks' words must be common for one to have become the other. */
  private static final double ALIKE = 0.35;

  /** Comparing two blocks' words is dear. */
  private static final long STEPS_OF_A_PAIR = 100;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Pairing() {}

  /** An old block and what it became, or one that was added or removed. */
  record Pair(Optional<Line> old, Optional<Line> young) {}

  /**
   * Pairs in reading order, removed blocks before added ones. The alignment whose pairs have most
   * in common; a single block and its successor at the same place are always a pair.
   */
  static List<Pair> of(List<Line> old, List<Line> young, Budget budget) {
    if (old.size() == 1 && young.size() == 1) {
      return List.of(new Pair(Optional.of(old.getFirst()), Optional.of(young.getFirst())));
    }
    return budget.spend(STEPS_OF_A_PAIR * old.size() * young.size())
        ? aligned(old, young, likeness(old, young))
        : inOrder(old, young);
  }

  private static List<Pair> inOrder(List<Line> old, List<Line> young) {
    boolean one = old.size() == young.size();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      Optional<Line> became = one ? Optional.of(young.get(i)) : Optional.empty();
      pairs.add(new Pair(Optional.of(old.get(i)), became));
    }
    if (!one) {
      young.forEach(it -> pairs.add(new Pair(Optional.empty(), Optional.of(it))));
    }
    return pairs;
  }

  private static double[][] likeness(List<Line> oldLines, List<Line> newLines) {
    List<Map<String, Integer>> old = oldLines.stream().map(Pairing::words).toList();
    List<Map<String, Integer>> young = newLines.stream().map(Pairing::words).toList();
    double[][] likeness = new double[old.size()][young.size()];
    for (int i = 0; i < old.size(); i++) {
      for (int j = 0; j < young.size(); j++) {
        double alike = alike(old.get(i), young.get(j));
        likeness[i][j] = alike >= ALIKE ? alike : 0;
      }
    }
    return likeness;
  }

  private static List<Pair> aligned(List<Line> old, List<Line> young, double[][] likeness) {
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    double[][] best = best(likeness, old.size(), young.size());
    while (i < old.size() && j < young.size()) {
      if (likeness[i][j] > 0 && best[i][j] == best[i + 1][j + 1] + likeness[i][j]) {
        pairs.add(new Pair(Optional.of(old.get(i++)), Optional.of(young.get(j++))));
      } else if (best[i][j] == best[i + 1][j]) {
        pairs.add(new Pair(Optional.of(old.get(i++)), Optional.empty()));
      } else {
        pairs.add(new Pair(Optional.empty(), Optional.of(young.get(j++))));
      }
    }
    old.subList(i, old.size())
        .forEach(it -> pairs.add(new Pair(Optional.of(it), Optional.empty())));
    young
        .subList(j, young.size())
        .forEach(it -> pairs.add(new Pair(Optional.empty(), Optional.of(it))));
    return pairs;
  }

  /** The most likeness that pairs from each two positions on can have. */
  private static double[][] best(double[][] likeness, int rows, int columns) {
    double[][] best = new double[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        double paired = likeness[i][j] > 0 ? best[i + 1][j + 1] + likeness[i][j] : 0;
        best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    return best;
  }

  private static double alike(Map<String, Integer> a, Map<String, Integer> b) {
    int common = 0;
    for (Map.Entry<String, Integer> word : a.entrySet()) {
      common += Math.min(word.getValue(), b.getOrDefault(word.getKey(), 0));
    }
    int all = sum(a) + sum(b);
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static int sum(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> words(Line line) {
    Map<String, Integer> words = new HashMap<>();
    Matcher matcher = WORD.matcher(line.text().toLowerCase(Locale.UK));
    while (matcher.find()) {
      words.merge(matcher.group(), 1, Integer::sum);
    }
    return words;
  }
}
