package signpost.search.rank;

import java.util.Map;

/**
 * One document that may answer. {@code matches}: it has as many of the words as a result must.
 * {@code lexical}: its BM25 score, 0 where it has none of the words. {@code similarity}: the cosine
 * between it and the question, or NaN where it has no vector. {@code weight}: what health and
 * currency make of it.
 */
record RankCandidate(
    int document, boolean matches, float lexical, float similarity, double weight) {
  RankCandidate matching() {
    return new RankCandidate(document, true, lexical, similarity, weight);
  }

  /** The same with other scores. */
  RankCandidate scoring(Map<Integer, Float> words, Map<Integer, Float> meaning) {
    return new RankCandidate(
        document,
        matches,
        words.getOrDefault(document, 0f),
        meaning.getOrDefault(document, Float.NaN),
        weight);
  }

  boolean hasVector() {
    return !Float.isNaN(similarity);
  }
}
