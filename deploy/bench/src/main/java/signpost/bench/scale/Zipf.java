package signpost.bench.scale;

import java.util.random.RandomGenerator;

/**
 * Ranks from 0, each as likely as {@code (rank + 1 + shift)^-exponent} says: Zipf's law with
 * Mandelbrot's shift. Drawn in constant time by Walker's alias method.
 */
final class Zipf {
  private final double[] keep;
  private final int[] alias;

  Zipf(int ranks, double exponent, double shift) {
    double[] weights = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      weights[rank] = Math.pow(rank + 1 + shift, -exponent);
      sum += weights[rank];
    }
    this.keep = new double[ranks];
    this.alias = new int[ranks];
    pair(weights, sum);
  }

  int draw(RandomGenerator random) {
    int rank = random.nextInt(keep.length);
    return random.nextDouble() < keep[rank] ? rank : alias[rank];
  }

  /** Fills up each rank that is rarer than the mean with one that is more frequent. */
  private void pair(double[] weights, double sum) {
    int ranks = weights.length;
    int[] rare = new int[ranks];
    int[] frequent = new int[ranks];
    int rares = 0;
    int frequents = 0;
    for (int rank = 0; rank < ranks; rank++) {
      keep[rank] = weights[rank] * ranks / sum;
      alias[rank] = rank;
      if (keep[rank] < 1) {
        rare[rares++] = rank;
      } else {
        frequent[frequents++] = rank;
      }
    }
    while (rares > 0 && frequents > 0) {
      int filled = rare[--rares];
      int giver = frequent[frequents - 1];
      alias[filled] = giver;
      keep[giver] -= 1 - keep[filled];
      if (keep[giver] < 1) {
        frequents--;
        rare[rares++] = giver;
      }
    }
  }
}
