package signpost.search.query;

import java.util.List;
import org.apache.lucene.search.Query;
import signpost.search.rank.RankedDocuments.ScoredDocument;

/** Documents in order, how many there are, and the query that all of them match. */
record FoundDocuments(List<ScoredDocument> best, long total, Query all, boolean relaxed) {
  FoundDocuments {
    best = List.copyOf(best);
  }
}
