package signpost.web.extract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chooses the lines that are content: those whose words can be expected to agree best with what a
 * person would mark, by F1. What the rules chose is kept where that is nearly as good, for it
 * changes less from one visit to the next.
 */
final class BlockChoice {
  private static final double NEARLY = 0.02;

  /** How much a line counts as all that are built like it do. */
  private static final double ALIKE = 0.5;

  private BlockChoice() {}

  /** Each line's probability, half its own and half that of all lines of its shape. */
  static double[] smoothed(double[] probabilities, int[] words, long[] shapes) {
    Map<Long, double[]> sums = new HashMap<>();
    for (int i = 0; i < shapes.length; i++) {
      double[] sum = sums.computeIfAbsent(shapes[i], _ -> new double[2]);
      double weight = Math.sqrt(Math.max(1, words[i]));
      sum[0] += probabilities[i] * weight;
      sum[1] += weight;
    }
    return IntStream.range(0, shapes.length)
        .mapToDouble(i -> {
          double[] sum = sums.getOrDefault(shapes[i], new double[] {0, 1});
          return (1 - ALIKE) * probabilities[i] + ALIKE * sum[0] / sum[1];
        })
        .toArray();
  }

  static boolean[] of(double[] probabilities, int[] words, boolean[] ruled) {
    double all = 0;
    for (int i = 0; i < words.length; i++) {
      all += probabilities[i] * words[i];
    }
    int[] order =
        IntStream.range(0, words.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double right = 0;
    int read = 0;
    double best = -1;
    int taken = 0;
    for (int n = 0; n < order.length; n++) {
      right += probabilities[order[n]] * words[order[n]];
      read += words[order[n]];
      double agreement = 2 * right / (read + all);
      if (agreement > best) {
        best = agreement;
        taken = n + 1;
      }
    }
    if (agreement(probabilities, words, ruled, all) >= best - NEARLY) {
      return ruled;
    }
    boolean[] chosen = new boolean[words.length];
    for (int n = 0; n < taken; n++) {
      chosen[order[n]] = true;
    }
    return chosen;
  }

  private static double agreement(
      double[] probabilities, int[] words, boolean[] chosen, double all) {
    double right = 0;
    int read = 0;
    for (int i = 0; i < words.length; i++) {
      right += chosen[i] ? probabilities[i] * words[i] : 0;
      read += chosen[i] ? words[i] : 0;
    }
    return read == 0 ? 0 : 2 * right / (read + all);
  }
}
