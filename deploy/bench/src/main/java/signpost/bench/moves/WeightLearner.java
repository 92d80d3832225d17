package signpost.bench.moves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import signpost.successor.Likeness;
import signpost.successor.LikenessSign;

/**
 * Learns how much each sign counts: logistic regression, its weights drawn a little towards zero
 * and none below it, for each sign speaks for a page.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Adam, by which it descends</a>
 */
final class WeightLearner {
  private static final int ROUNDS = 6_000;
  private static final double STEP = 0.02;
  private static final double PULL = 3e-5;
  private static final double KEEP_SLOPE = 0.9;
  private static final double KEEP_SQUARE = 0.999;

  private final List<LearningRow> rows = new ArrayList<>();
  private List<LikenessSign> signs = List.of();

  /** What was measured of one page, and whether it is the successor. */
  private record LearningRow(Likeness likeness, boolean right) {}

  void add(Likeness likeness, boolean right) {
    rows.add(new LearningRow(likeness, right));
  }

  /** Lines of {@code name weight}; signs that no page here bears are left out. */
  String learn() {
    signs =
        Arrays.stream(LikenessSign.values())
            .filter(sign -> rows.stream().anyMatch(row -> row.likeness.of(sign) != 0))
            .toList();
    double[][] values = rows.stream().map(row -> values(row.likeness)).toArray(double[][]::new);
    double[] weights = new double[signs.size() + 1];
    double[] slopes = new double[weights.length];
    double[] squares = new double[weights.length];
    for (int round = 1; round <= ROUNDS; round++) {
      double[] slope = slope(values, weights);
      for (int i = 0; i < weights.length; i++) {
        slopes[i] = KEEP_SLOPE * slopes[i] + (1 - KEEP_SLOPE) * slope[i];
        squares[i] = KEEP_SQUARE * squares[i] + (1 - KEEP_SQUARE) * slope[i] * slope[i];
        double even = Math.sqrt(squares[i] / (1 - Math.pow(KEEP_SQUARE, round))) + 1e-9;
        double next = weights[i] - STEP * slopes[i] / (1 - Math.pow(KEEP_SLOPE, round)) / even;
        weights[i] = i == 0 ? next : Math.max(0, next);
      }
    }
    return text(weights);
  }

  /** The first is what is added whatever the signs say. */
  private double[] values(Likeness likeness) {
    double[] values = new double[signs.size() + 1];
    values[0] = 1;
    for (int i = 1; i < values.length; i++) {
      values[i] = likeness.of(signs.get(i - 1));
    }
    return values;
  }

  private double[] slope(double[][] values, double[] weights) {
    double[] slope = new double[weights.length];
    for (int row = 0; row < values.length; row++) {
      double odds = 0;
      for (int i = 0; i < weights.length; i++) {
        odds += weights[i] * values[row][i];
      }
      double error = 1 / (1 + Math.exp(-odds)) - (rows.get(row).right ? 1 : 0);
      for (int i = 0; i < weights.length; i++) {
        slope[i] += error * values[row][i] / values.length;
      }
    }
    for (int i = 1; i < weights.length; i++) {
      slope[i] += PULL * weights[i];
    }
    return slope;
  }

  private String text(double[] weights) {
    StringBuilder text = new StringBuilder(line("base", weights[0]));
    for (int i = 1; i < weights.length; i++) {
      text.append(line(signs.get(i - 1).name().toLowerCase(Locale.ROOT), weights[i]));
    }
    return text.toString();
  }

  private static String line(String name, double weight) {
    return String.format(Locale.ROOT, "%-18s %.2f%n", name, weight);
  }
}
