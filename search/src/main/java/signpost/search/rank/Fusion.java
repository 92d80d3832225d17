package signpost.search.rank;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Words and meaning made into one order: each score laid out between the worst and the best of its
 * own list, then half and half (Bruch, Gai and Ingber, 2023). Pure functions of the candidates.
 */
final class Fusion {
  /** The share of meaning. 0.4, 0.5 and 0.6 are within 0.003 of each other on Vaswani. */
  private static final double MEANING = 0.5;

  /** As its authors have it (Cormack, Clarke and Büttcher, 2009). */
  private static final int RRF_K = 60;

  private Fusion() {}

  /** A document and what it scores in the fused order, at most 1 but for its weight. */
  record Fused(int document, double score) {}

  /** Best first; of two alike the one that came first. */
  static List<Fused> order(List<Candidate> candidates, Mode mode, Scale lexical, Scale similarity) {
    List<Fused> fused =
        switch (mode) {
          case LEXICAL -> scored(candidates, Candidate::lexical);
          case VECTOR -> scored(candidates, it -> similarity.of(vector(it)));
          case HYBRID -> scored(candidates, it -> hybrid(it, lexical, similarity));
          case RRF -> reciprocal(candidates);
        };
    return fused.stream()
        .sorted(
            Comparator.comparingDouble(Fused::score).reversed().thenComparingInt(Fused::document))
        .toList();
  }

  /** Where nothing is known of the meaning, nothing speaks against the words. */
  private static double hybrid(Candidate candidate, Scale lexical, Scale similarity) {
    double words = lexical.of(candidate.lexical());
    double meaning = candidate.hasVector() ? similarity.of(candidate.similarity()) : words;
    return (1 - MEANING) * words + MEANING * meaning;
  }

  private static double vector(Candidate candidate) {
    return candidate.hasVector() ? candidate.similarity() : -1;
  }

  private static List<Fused> scored(List<Candidate> candidates, ToDoubleFunction<Candidate> score) {
    return candidates.stream()
        .map(it -> new Fused(it.document(), weighed(score.applyAsDouble(it), it.weight())))
        .toList();
  }

  /** A weight below 1 takes any score down, one below nothing too. */
  private static double weighed(double score, double weight) {
    return score < 0 ? score / weight : score * weight;
  }

  private static List<Fused> reciprocal(List<Candidate> candidates) {
    Map<Integer, Double> sums = new HashMap<>();
    addRanks(sums, candidates, Candidate::lexical);
    addRanks(sums, candidates, Fusion::vector);
    return scored(candidates, it -> sums.getOrDefault(it.document(), 0.0));
  }

  private static void addRanks(
      Map<Integer, Double> sums, List<Candidate> all, ToDoubleFunction<Candidate> score) {
    List<Candidate> sorted =
        all.stream()
            .filter(it -> score.applyAsDouble(it) > 0)
            .sorted(Comparator.comparingDouble(score).reversed())
            .toList();
    for (int i = 0; i < sorted.size(); i++) {
      sums.merge(sorted.get(i).document(), 1.0 / (RRF_K + i + 1), Double::sum);
    }
  }

  /** Lays scores out so that the best is 1 and {@code worst} is 0; below it they are negative. */
  record Scale(double worst, double best) {
    double of(double score) {
      return best > worst ? (score - worst) / (best - worst) : score >= best ? 1 : 0;
    }
  }
}
