package signpost.search.rank;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import signpost.search.index.IndexFields;

/** The exact scores of a few documents, for those a search did not bring up itself. */
public final class ExactScores {
  private ExactScores() {}

  /** BM25 scores of those that match; the others are left out. Documents in ascending order. */
  static Map<Integer, Float> lexical(IndexSearcher searcher, Query query, List<Integer> documents)
      throws IOException {
    Map<Integer, Float> scores = new HashMap<>();
    forEach(
        searcher,
        query,
        ScoreMode.COMPLETE,
        documents,
        (document, scorer) -> scores.put(document, scorer.score()));
    return scores;
  }

  /** Those of some documents that match: what adds to scores alone is not looked at. */
  public static Set<Integer> matching(
      IndexSearcher searcher, Query query, Collection<Integer> documents) throws IOException {
    Set<Integer> matching = new HashSet<>();
    forEach(
        searcher,
        new ConstantScoreQuery(query),
        ScoreMode.COMPLETE_NO_SCORES,
        documents.stream().sorted().toList(),
        (document, _) -> matching.add(document));
    return matching;
  }

  private interface FoundDocument {
    void at(int document, Scorer scorer) throws IOException;
  }

  private static void forEach(
      IndexSearcher searcher,
      Query query,
      ScoreMode mode,
      List<Integer> documents,
      FoundDocument found)
      throws IOException {
    if (documents.isEmpty()) {
      return;
    }
    Weight weight = searcher.createWeight(searcher.rewrite(query), mode, 1);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int leaf = -1;
    @Nullable Scorer scorer = null;
    for (int document : documents) {
      int at = ReaderUtil.subIndex(document, leaves);
      if (at != leaf) {
        leaf = at;
        scorer = weight.scorer(leaves.get(leaf));
      }
      int inLeaf = document - leaves.get(leaf).docBase;
      if (scorer != null && reaches(scorer.iterator(), inLeaf)) {
        found.at(document, scorer);
      }
    }
  }

  /** Cosines of two vectors of length one. */
  static Map<Integer, Float> similarities(Map<Integer, float[]> vectors, float[] question) {
    Map<Integer, Float> similarities = new HashMap<>();
    vectors.forEach(
        (document, vector) -> similarities.put(document, VectorUtil.dotProduct(question, vector)));
    return similarities;
  }

  /** The vectors of documents in ascending order; those without one are left out. */
  static Map<Integer, float[]> vectors(IndexSearcher searcher, List<Integer> documents)
      throws IOException {
    Map<Integer, float[]> vectors = new HashMap<>();
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int leaf = -1;
    @Nullable FloatVectorValues values = null;
    KnnVectorValues.@Nullable DocIndexIterator iterator = null;
    for (int document : documents) {
      int at = ReaderUtil.subIndex(document, leaves);
      if (at != leaf) {
        leaf = at;
        values = leaves.get(leaf).reader().getFloatVectorValues(IndexFields.VECTOR);
        iterator = values == null ? null : values.iterator();
      }
      int inLeaf = document - leaves.get(leaf).docBase;
      if (values != null && iterator != null && reaches(iterator, inLeaf)) {
        vectors.put(document, values.vectorValue(iterator.index()).clone());
      }
    }
    return vectors;
  }

  private static boolean reaches(DocIdSetIterator iterator, int document) throws IOException {
    int at = iterator.docID();
    return (at < document ? iterator.advance(document) : at) == document;
  }
}
