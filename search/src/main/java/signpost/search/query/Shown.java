package signpost.search.query;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import signpost.search.index.Fields;
import signpost.search.rank.Ranked.Scored;

/**
 * The part of the results that is shown. Several addresses that end at one page are one result;
 * {@code repeats} counts what was left out for it.
 */
record Shown(List<Scored> results, int repeats, Optional<Cursor> next) {

  static Shown of(IndexSearcher searcher, Need need, Found found) throws IOException {
    SequencedMap<Long, Scored> once = once(searcher, found.best());
    List<Scored> all = List.copyOf(once.values());
    int from = Math.min(begin(need, List.copyOf(once.keySet())), all.size());
    int end = Math.min(from + need.size(), all.size());
    boolean more = end < all.size() && end < Need.DEEPEST;
    long last = end > 0 ? List.copyOf(once.keySet()).get(end - 1) : 0;
    return new Shown(
        all.subList(from, end),
        found.best().size() - all.size(),
        more ? Optional.of(new Cursor(need.fingerprint(), end, last)) : Optional.empty());
  }

  /** After the last result of the page before, or where that would be were it still there. */
  private static int begin(Need need, List<Long> ends) {
    return need.after()
        .map(cursor -> {
          int at = ends.indexOf(cursor.last());
          return at < 0 ? cursor.shown() : at + 1;
        })
        .orElse((need.page() - 1) * need.size());
  }

  /** By the number of the address each ends at; of several the best. */
  private static SequencedMap<Long, Scored> once(IndexSearcher searcher, List<Scored> hits)
      throws IOException {
    SequencedMap<Long, Scored> once = new LinkedHashMap<>();
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    for (Scored hit : hits) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.document(), leaves));
      NumericDocValues end = DocValues.getNumeric(leaf.reader(), Fields.END);
      boolean ends = end.advanceExact(hit.document() - leaf.docBase);
      once.putIfAbsent(ends ? end.longValue() : -1L - hit.document(), hit);
    }
    return once;
  }
}
