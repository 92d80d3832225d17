package signpost.search.query;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import signpost.search.rank.DocumentRanker;
import signpost.search.rank.RankedDocuments.ScoredDocument;

/**
 * The part of the results that is shown. Copies of one page are one result, which stands where the
 * best of them would. {@code copies} knows all of them where results are counted exactly, and those
 * among the best otherwise. {@code listed}: how many results the best make up.
 */
record ResultPage(
    List<ScoredDocument> results,
    int listed,
    DuplicatePages copies,
    FoundDocuments found,
    Optional<SearchCursor> next) {

  static ResultPage of(IndexSearcher searcher, SearchRequest need, FoundDocuments found)
      throws IOException {
    DuplicatePages copies =
        DuplicatePages.among(searcher, concerned(searcher, need, found), found.pinned().keySet());
    SequencedMap<Long, ScoredDocument> once = new LinkedHashMap<>();
    for (ScoredDocument hit : found.best()) {
      int document = copies.shown(hit.document());
      once.putIfAbsent(copies.number(document), new ScoredDocument(document, hit.score()));
    }
    List<ScoredDocument> all = List.copyOf(once.values());
    int from = Math.min(begin(need, List.copyOf(once.keySet())), all.size());
    int end = Math.min(from + need.size(), all.size());
    boolean more = end < all.size() && end < SearchRequest.DEEPEST;
    long last = end > 0 ? List.copyOf(once.keySet()).get(end - 1) : 0;
    return new ResultPage(
        all.subList(from, end),
        all.size(),
        copies,
        found,
        more ? Optional.of(new SearchCursor(need.fingerprint(), end, last)) : Optional.empty());
  }

  /** How many results were left out because a copy of them is shown. */
  int repeats() {
    return copies.leftOut().size();
  }

  private static Collection<Integer> concerned(
      IndexSearcher searcher, SearchRequest need, FoundDocuments found) throws IOException {
    List<Integer> best = found.best().stream().map(ScoredDocument::document).toList();
    if (found.total() <= best.size() || found.total() > DocumentRanker.COUNTED) {
      return best;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(found.all(), Occur.FILTER);
    Optional<Query> filter = FacetedSearch.filter(need);
    filter.ifPresent(it -> all.add(it, Occur.FILTER));
    ScoreDoc[] matching =
        searcher.search(all.build(), DocumentRanker.COUNTED, Sort.INDEXORDER, false).scoreDocs;
    return Stream.concat(best.stream(), Stream.of(matching).map(hit -> hit.doc))
        .collect(Collectors.toSet());
  }

  /** After the last result of the page before, or where that would be were it still there. */
  private static int begin(SearchRequest need, List<Long> ends) {
    return need.after()
        .map(cursor -> {
          int at = ends.indexOf(cursor.last());
          return at < 0 ? cursor.shown() : at + 1;
        })
        .orElse((need.page() - 1) * need.size());
  }
}
