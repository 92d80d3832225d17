package signpost.web.revision.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.web.revision.compare.Edits.Budget;
import signpost.web.revision.compare.Reading.Line;

/** Which old block became which new one, where a run of blocks became another run. */
public final class Pairing {
  /** At least so much of two blocks' words must be common for one to have become the other. */
  private static final double ALIKE = 0.35;

  /** Comparing two blocks' words is dear. */
  private static final long STEPS_OF_A_PAIR = 20;

  private static final long STEPS_OF_A_WORD = 5;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Pairing() {}

  /**
   * An old block and what it became, or one that was added or removed.
   *
   * @param alike whether both have so many words in common that the one must be the other
   */
  public record Pair(Optional<Line> old, Optional<Line> young, boolean alike) {
    static Pair of(Line old, Line young, boolean alike) {
      return new Pair(Optional.of(old), Optional.of(young), alike);
    }

    static Pair removed(Line old) {
      return new Pair(Optional.of(old), Optional.empty(), false);
    }

    static Pair added(Line young) {
      return new Pair(Optional.empty(), Optional.of(young), false);
    }
  }

  /**
   * Pairs in reading order, removed blocks before added ones. The alignment whose pairs have most
   * in common; a single block and its successor at the same place are always a pair.
   */
  static List<Pair> of(List<Line> old, List<Line> young, Budget budget) {
    if (old.size() == 1 && young.size() == 1) {
      return List.of(alone(old.getFirst(), young.getFirst(), budget));
    }
    if (!budget.spend(STEPS_OF_A_PAIR * old.size() * young.size())) {
      return inOrder(old, young);
    }
    List<Counted> before = old.stream().map(Counted::of).toList();
    List<Counted> after = young.stream().map(Counted::of).toList();
    long lookups = before.stream().mapToLong(line -> line.words().size()).sum() * young.size();
    return budget.spend(STEPS_OF_A_WORD * lookups)
        ? aligned(old, young, likeness(before, after))
        : inOrder(old, young);
  }

  private static Pair alone(Line old, Line young, Budget budget) {
    boolean alike =
        budget.spend(STEPS_OF_A_WORD * (old.text().length() + young.text().length()) / 5)
            && alike(Counted.of(old), Counted.of(young)) >= ALIKE;
    return Pair.of(old, young, alike);
  }

  /** The words of a line, with counts, and how many there are. */
  private record Counted(Map<String, Integer> words, int all) {
    static Counted of(Line line) {
      Map<String, Integer> words = new HashMap<>();
      int all = 0;
      Matcher matcher = WORD.matcher(line.text().toLowerCase(Locale.UK));
      while (matcher.find()) {
        words.merge(matcher.group(), 1, Integer::sum);
        all++;
      }
      return new Counted(words, all);
    }
  }

  private static List<Pair> inOrder(List<Line> old, List<Line> young) {
    boolean one = old.size() == young.size();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      pairs.add(one ? Pair.of(old.get(i), young.get(i), false) : Pair.removed(old.get(i)));
    }
    if (!one) {
      young.stream().map(Pair::added).forEach(pairs::add);
    }
    return pairs;
  }

  private static double[][] likeness(List<Counted> old, List<Counted> young) {
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
        pairs.add(Pair.of(old.get(i++), young.get(j++), true));
      } else if (best[i][j] == best[i + 1][j]) {
        pairs.add(Pair.removed(old.get(i++)));
      } else {
        pairs.add(Pair.added(young.get(j++)));
      }
    }
    old.subList(i, old.size()).stream().map(Pair::removed).forEach(pairs::add);
    young.subList(j, young.size()).stream().map(Pair::added).forEach(pairs::add);
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

  private static double alike(Counted a, Counted b) {
    int all = a.all + b.all;
    if (all == 0 || 2.0 * Math.min(a.all, b.all) / all < ALIKE) {
      return 0;
    }
    int common = 0;
    for (Map.Entry<String, Integer> word : a.words.entrySet()) {
      common += Math.min(word.getValue(), b.words.getOrDefault(word.getKey(), 0));
    }
    return 2.0 * common / all;
  }
}
