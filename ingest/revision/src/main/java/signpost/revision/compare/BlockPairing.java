package signpost.revision.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.revision.compare.ComparablePage.TextLine;
import signpost.revision.compare.EditScript.DiffBudget;

/** Which old block became which new one, where a run of blocks became another run. */
public final class BlockPairing {
  /** At least so much of two blocks' words must be common for one to have become the other. */
  private static final double ALIKE = 0.35;

  /** Comparing two blocks' words is dear. */
  private static final long STEPS_OF_A_PAIR = 20;

  private static final long STEPS_OF_A_WORD = 5;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private BlockPairing() {}

  /**
   * An old block and what it became, or one that was added or removed.
   *
   * @param alike whether both have so many words in common that the one must be the other
   */
  public record BlockPair(Optional<TextLine> old, Optional<TextLine> young, boolean alike) {
    static BlockPair of(TextLine old, TextLine young, boolean alike) {
      return new BlockPair(Optional.of(old), Optional.of(young), alike);
    }

    static BlockPair removed(TextLine old) {
      return new BlockPair(Optional.of(old), Optional.empty(), false);
    }

    static BlockPair added(TextLine young) {
      return new BlockPair(Optional.empty(), Optional.of(young), false);
    }
  }

  /**
   * Pairs in reading order, removed blocks before added ones. The alignment whose pairs have most
   * in common; a single block and its successor at the same place are always a pair.
   */
  static List<BlockPair> of(List<TextLine> old, List<TextLine> young, DiffBudget budget) {
    if (old.size() == 1 && young.size() == 1) {
      return List.of(alone(old.getFirst(), young.getFirst(), budget));
    }
    if (!budget.spend(STEPS_OF_A_PAIR * old.size() * young.size())) {
      return inOrder(old, young);
    }
    List<LineWords> before = old.stream().map(LineWords::of).toList();
    List<LineWords> after = young.stream().map(LineWords::of).toList();
    long lookups = before.stream().mapToLong(line -> line.words().size()).sum() * young.size();
    return budget.spend(STEPS_OF_A_WORD * lookups)
        ? aligned(old, young, likeness(before, after))
        : inOrder(old, young);
  }

  private static BlockPair alone(TextLine old, TextLine young, DiffBudget budget) {
    boolean alike =
        budget.spend(STEPS_OF_A_WORD * (old.text().length() + young.text().length()) / 5)
            && alike(LineWords.of(old), LineWords.of(young)) >= ALIKE;
    return BlockPair.of(old, young, alike);
  }

  /** Whether two texts have so many words in common that the one must be the other. */
  public static boolean alike(String one, String other) {
    return alike(LineWords.of(one), LineWords.of(other)) >= ALIKE;
  }

  /** The words of a line, with counts, and how many there are. */
  private record LineWords(Map<String, Integer> words, int all) {
    static LineWords of(TextLine line) {
      return of(line.text());
    }

    static LineWords of(String text) {
      Map<String, Integer> words = new HashMap<>();
      int all = 0;
      Matcher matcher = WORD.matcher(text.toLowerCase(Locale.UK));
      while (matcher.find()) {
        words.merge(matcher.group(), 1, Integer::sum);
        all++;
      }
      return new LineWords(words, all);
    }
  }

  private static List<BlockPair> inOrder(List<TextLine> old, List<TextLine> young) {
    boolean one = old.size() == young.size();
    List<BlockPair> pairs = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      pairs.add(
          one ? BlockPair.of(old.get(i), young.get(i), false) : BlockPair.removed(old.get(i)));
    }
    if (!one) {
      young.stream().map(BlockPair::added).forEach(pairs::add);
    }
    return pairs;
  }

  private static double[][] likeness(List<LineWords> old, List<LineWords> young) {
    double[][] likeness = new double[old.size()][young.size()];
    for (int i = 0; i < old.size(); i++) {
      for (int j = 0; j < young.size(); j++) {
        double alike = alike(old.get(i), young.get(j));
        likeness[i][j] = alike >= ALIKE ? alike : 0;
      }
    }
    return likeness;
  }

  private static List<BlockPair> aligned(
      List<TextLine> old, List<TextLine> young, double[][] likeness) {
    List<BlockPair> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    double[][] best = best(likeness, old.size(), young.size());
    while (i < old.size() && j < young.size()) {
      if (likeness[i][j] > 0 && best[i][j] == best[i + 1][j + 1] + likeness[i][j]) {
        pairs.add(BlockPair.of(old.get(i++), young.get(j++), true));
      } else if (best[i][j] == best[i + 1][j]) {
        pairs.add(BlockPair.removed(old.get(i++)));
      } else {
        pairs.add(BlockPair.added(young.get(j++)));
      }
    }
    old.subList(i, old.size()).stream().map(BlockPair::removed).forEach(pairs::add);
    young.subList(j, young.size()).stream().map(BlockPair::added).forEach(pairs::add);
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

  private static double alike(LineWords a, LineWords b) {
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
