package signpost.search.rank;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import signpost.search.index.IndexFields;
import signpost.search.index.TextAnalysis;
import signpost.search.rank.ScoreFusion.FusedDocument;

/**
 * What the best answers say, added to what was asked: what is like them moves up (Rocchio, 1971;
 * for vectors Li and others, 2021). It orders those that were found anew, and finds no others. In
 * nDCG@10 on Vaswani, Cranfield and MED, by words and meaning: without it 0.509, 0.409 and 0.797,
 * with the vectors alone 0.514, 0.419 and 0.803, with both 0.523, 0.437 and 0.819; on 120 titles of
 * pages, each the question for its own page, 0.848 and 0.844. These figures and those below come
 * from a simulation (see RATIONALE), not from {@code bench rank}.
 */
final class AnswerFeedback {
  /** So many are believed to answer. With ten 0.433 in place of 0.443 on Cranfield. */
  private static final int ANSWERS = 5;

  private static final int WORDS = 20;

  /** What the added words count in all, of what was typed; 1 ranks as well on the three. */
  private static final double OF_WORDS = 0.5;

  /** What the answers' mean counts in the question's vector; up to 1 ranks as well. */
  private static final double OF_MEANING = 0.4;

  /** The beginning of a page says what it is about. */
  private static final int READ_CHARS = 3_000;

  /** BM25's k1, for how often a word stands in the beginning of a page. */
  private static final double SATURATION = 1.2;

  private final IndexSearcher searcher;
  private final List<FusedDocument> answers;
  private final double sum;

  /** {@code best}: in order, best first. */
  AnswerFeedback(IndexSearcher searcher, List<FusedDocument> best) {
    this.searcher = searcher;
    this.answers = best.stream().limit(ANSWERS).filter(it -> it.score() > 0).toList();
    this.sum = answers.stream().mapToDouble(FusedDocument::score).sum();
  }

  /**
   * The words that tell most of what the answers say: what they score is to be added to what was
   * typed scores.
   */
  Query words(ParsedQuery asked) throws IOException {
    List<ToldWord> most = telling(asked.counts());
    double all = most.stream().mapToDouble(ToldWord::said).sum();
    double typed = asked.concepts().stream().mapToInt(QueryConcept::times).sum();
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (ToldWord word : most) {
      Query one = new TermQuery(new Term(IndexFields.ALL, word.word()));
      double share = OF_WORDS * typed * word.said() / all;
      words.add(new BoostQuery(one, (float) share), Occur.SHOULD);
    }
    return words.build();
  }

  /** The question's vector, moved towards the answers'. */
  float[] meaning(float[] question, Map<Integer, float[]> vectors) {
    float[] moved = question.clone();
    for (FusedDocument answer : answers) {
      float @Nullable [] vector = vectors.get(answer.document());
      if (vector != null) {
        float share = (float) (OF_MEANING * answer.score() / sum);
        for (int i = 0; i < moved.length; i++) {
          moved[i] += share * vector[i];
        }
      }
    }
    return VectorUtil.l2normalize(moved);
  }

  /** The words that tell most, by how often answers say them and how rare they are elsewhere. */
  private List<ToldWord> telling(WordCounts counts) throws IOException {
    Map<String, Double> said = new HashMap<>();
    for (FusedDocument answer : answers) {
      frequencies(answer.document())
          .forEach((word, share) -> said.merge(word, share * answer.score() / sum, Double::sum));
    }
    return ToldWord.most(said, counts, WORDS);
  }

  /** How often a page says each of its words, from 0 to 1. */
  private Map<String, Double> frequencies(int document) throws IOException {
    Optional<String> text =
        Optional.ofNullable(
            searcher
                .storedFields()
                .document(document, Set.of(IndexFields.BODY))
                .get(IndexFields.BODY));
    Map<String, Integer> counts = new HashMap<>();
    text.map(it -> it.substring(0, Math.min(it.length(), READ_CHARS))).stream()
        .flatMap(it -> TextAnalysis.words(it).stream())
        .forEach(word -> counts.merge(word, 1, Integer::sum));
    Map<String, Double> frequencies = new HashMap<>();
    counts.forEach((word, count) -> frequencies.put(word, count / (count + SATURATION)));
    return frequencies;
  }
}
