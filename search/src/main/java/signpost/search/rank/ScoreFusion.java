package signpost.search.rank;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Words and meaning made into one order: each score laid out between the worst and the best of its
 * own list, then added by shares (Bruch, Gai and Ingber, 2023). Pure functions of the candidates.
 */
final class ScoreFusion {
  /**
   * The share of meaning. In nDCG@10 on Vaswani, Cranfield and MED 0.523, 0.447 and 0.823 with 0.5;
   * 0.524, 0.445 and 0.835 with this; 0.521, 0.444 and 0.830 with 0.6 (a simulation, see
   * RATIONALE).
   */
  private static final double MEANING = 0.55;

  /** As its authors have it (Cormack, Clarke and Büttcher, 2009). */
  private static final int RRF_K = 60;

  private ScoreFusion() {}

  /** A document and what it scores in the fused order, at most 1 but for its weight. */
  record FusedDocument(int document, double score) {}

  /** Best first; of two alike the one that came first. */
  static List<FusedDocument> order(
      List<RankCandidate> candidates, RankMode mode, ScoreScale lexical, ScoreScale similarity) {
    List<FusedDocument> fused =
        switch (mode) {
          case LEXICAL -> scored(candidates, RankCandidate::lexical);
          case VECTOR -> scored(candidates, it -> similarity.of(vector(it)));
          case HYBRID -> scored(candidates, it -> hybrid(it, lexical, similarity));
          case RRF -> reciprocal(candidates);
        };
    return fused.stream()
        .sorted(
            Comparator.comparingDouble(FusedDocument::score)
                .reversed()
                .thenComparingInt(FusedDocument::document))
        .toList();
  }

  /** Where nothing is known of the meaning, nothing speaks against the words. */
  private static double hybrid(RankCandidate candidate, ScoreScale lexical, ScoreScale similarity) {
    double words = lexical.of(candidate.lexical());
    double meaning = candidate.hasVector() ? similarity.of(candidate.similarity()) : words;
    return (1 - MEANING) * words + MEANING * meaning;
  }

  private static double vector(RankCandidate candidate) {
    return candidate.hasVector() ? candidate.similarity() : -1;
  }

  private static List<FusedDocument> scored(
      List<RankCandidate> candidates, ToDoubleFunction<RankCandidate> score) {
    return candidates.stream()
        .map(it -> new FusedDocument(it.document(), weighed(score.applyAsDouble(it), it.weight())))
        .toList();
  }

  /** A weight below 1 takes any score down, one below nothing too. */
  private static double weighed(double score, double weight) {
    return score < 0 ? score / weight : score * weight;
  }

  private static List<FusedDocument> reciprocal(List<RankCandidate> candidates) {
    Map<Integer, Double> sums = new HashMap<>();
    addRanks(sums, candidates, RankCandidate::lexical);
    addRanks(sums, candidates, ScoreFusion::vector);
    return scored(candidates, it -> sums.getOrDefault(it.document(), 0.0));
  }

  private static void addRanks(
      Map<Integer, Double> sums, List<RankCandidate> all, ToDoubleFunction<RankCandidate> score) {
    List<RankCandidate> sorted =
        all.stream()
            .filter(it -> score.applyAsDouble(it) > 0)
            .sorted(Comparator.comparingDouble(score).reversed())
            .toList();
    for (int i = 0; i < sorted.size(); i++) {
      sums.merge(sorted.get(i).document(), 1.0 / (RRF_K + i + 1), Double::sum);
    }
  }

  /** Lays scores out so that the best is 1 and {@code worst} is 0; below it they are negative. */
  record ScoreScale(double worst, double best) {
    /** Of words: from the last of a full list, from 0 where there are fewer, to the best. */
    static ScoreScale ofWords(Collection<Float> scores, int full) {
      ScoreScale within = ofMeaning(scores, full);
      return scores.size() < full ? new ScoreScale(0, within.best()) : within;
    }

    /** Of meaning, where everything has some: from the last of the list to the best. */
    static ScoreScale ofMeaning(Collection<Float> scores, int full) {
      List<Float> down = scores.stream().sorted(Comparator.reverseOrder()).limit(full).toList();
      return down.isEmpty()
          ? new ScoreScale(0, 0)
          : new ScoreScale(down.getLast(), down.getFirst());
    }

    double of(double score) {
      return best > worst ? (score - worst) / (best - worst) : score >= best ? 1 : 0;
    }
  }
}
