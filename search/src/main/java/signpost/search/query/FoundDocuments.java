package signpost.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import signpost.search.rank.PinnedDocuments;
import signpost.search.rank.RankedDocuments.ScoredDocument;
import signpost.search.rank.TheseDocuments;

/**
 * Documents in order, how many there are, and the query that all of them match; {@code pinned}:
 * those that a curator put first, with the id of the guide.
 */
record FoundDocuments(
    List<ScoredDocument> best,
    long total,
    Query all,
    boolean relaxed,
    Map<Integer, String> pinned) {
  FoundDocuments {
    best = List.copyOf(best);
    pinned = Map.copyOf(pinned);
  }

  FoundDocuments(List<ScoredDocument> best, long total, Query all, boolean relaxed) {
    this(best, total, all, relaxed, Map.of());
  }

  /** The same with these first; they score as the best of the others do. */
  FoundDocuments beginningWith(IndexSearcher searcher, SequencedMap<Integer, String> first)
      throws IOException {
    if (first.isEmpty()) {
      return this;
    }
    Set<Integer> known = PinnedDocuments.matching(searcher, all, first.keySet());
    List<Integer> more = first.keySet().stream().filter(it -> !known.contains(it)).toList();
    double score = best.isEmpty() ? 1 : best.getFirst().score();
    List<ScoredDocument> order = new ArrayList<>();
    first.keySet().forEach(it -> order.add(new ScoredDocument(it, score)));
    best.stream().filter(it -> !first.containsKey(it.document())).forEach(order::add);
    return new FoundDocuments(
        order, total + more.size(), TheseDocuments.with(all, more), relaxed, first);
  }
}
