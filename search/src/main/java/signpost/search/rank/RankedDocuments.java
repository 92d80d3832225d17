package signpost.search.rank;

import java.util.List;
import org.apache.lucene.search.Query;

/**
 * Documents in order. {@code total}: how many there are in all, exact up to {@link
 * DocumentRanker#COUNTED}. {@code extra}: those among them that are there for their meaning and do
 * not match the words.
 */
public record RankedDocuments(List<ScoredDocument> best, long total, List<Integer> extra) {
  public RankedDocuments {
    best = List.copyOf(best);
    extra = List.copyOf(extra);
  }

  /** The query that all results match, when {@code base} is what they were to match by words. */
  public Query all(Query base) {
    return TheseDocuments.with(base, extra);
  }

  /** One document of the searcher that was asked, and what it scores. */
  public record ScoredDocument(int document, double score) {}
}
