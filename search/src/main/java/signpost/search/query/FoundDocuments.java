package signpost.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import signpost.search.rank.ExactScores;
import signpost.search.rank.RankedDocuments;
import signpost.search.rank.RankedDocuments.ScoredDocument;
import signpost.search.rank.TheseDocuments;

/**
 * Documents in order, how many there are, and the query that all of them match; {@code near}: those
 * that are there for their meaning and lack some or all of the words; {@code pinned}: those that a
 * curator put first, with the id of the guide.
 */
record FoundDocuments(
    List<ScoredDocument> best,
    long total,
    Query all,
    boolean relaxed,
    Set<Integer> near,
    Map<Integer, String> pinned) {
  FoundDocuments {
    best = List.copyOf(best);
    near = Set.copyOf(near);
    pinned = Map.copyOf(pinned);
  }

  /** Those that were ranked, all of which a query matches. */
  static FoundDocuments of(RankedDocuments ranked, Query all, boolean relaxed) {
    return new FoundDocuments(
        ranked.best(), ranked.total(), all, relaxed, Set.copyOf(ranked.extra()), Map.of());
  }

  /** The same with these first; they score as the best of the others do. */
  FoundDocuments beginningWith(IndexSearcher searcher, SequencedMap<Integer, String> first)
      throws IOException {
    if (first.isEmpty()) {
      return this;
    }
    Set<Integer> known = ExactScores.matching(searcher, all, first.keySet());
    List<Integer> more = first.keySet().stream().filter(it -> !known.contains(it)).toList();
    double score = best.isEmpty() ? 1 : best.getFirst().score();
    List<ScoredDocument> order = new ArrayList<>();
    first.keySet().forEach(it -> order.add(new ScoredDocument(it, score)));
    best.stream().filter(it -> !first.containsKey(it.document())).forEach(order::add);
    return new FoundDocuments(
        order, total + more.size(), TheseDocuments.with(all, more), relaxed, near, first);
  }

  /** The same as a part of what a wider query matches. */
  FoundDocuments among(Query wider) {
    return new FoundDocuments(best, total, wider, relaxed, near, pinned);
  }
}
