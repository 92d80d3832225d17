package signpost.search.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * How everything that guides place fares, by address, in one pass over two columns: the sums of
 * every guide stand on the home page, and reading each placed page for them takes a second.
 */
public final class PlacedStates {
  private static final Term PLACED = new Term(Fields.PLACED, "true");

  private final Map<Long, String> byAddress = new HashMap<>();

  private PlacedStates() {}

  /** By one view of the index. */
  public static PlacedStates in(IndexSearcher searcher) throws IOException {
    PlacedStates states = new PlacedStates();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      states.read(leaf.reader());
    }
    return states;
  }

  /** A word of {@link HealthTokens}; not checked where nothing is known of the address. */
  public String of(String url) {
    return byAddress.getOrDefault(number(url), HealthTokens.NOT_CHECKED);
  }

  static void add(Document document, JoinedPage page) {
    document.add(new NumericDocValuesField(Fields.ADDRESS, number(page.url())));
    int state = HealthTokens.ALL.indexOf(HealthTokens.of(page.judged()));
    document.add(new NumericDocValuesField(Fields.FARES, state));
  }

  private void read(LeafReader leaf) throws IOException {
    @Nullable PostingsEnum placed = leaf.postings(PLACED, PostingsEnum.NONE);
    if (placed == null) {
      return;
    }
    @Nullable Bits live = leaf.getLiveDocs();
    NumericDocValues addresses = DocValues.getNumeric(leaf, Fields.ADDRESS);
    NumericDocValues states = DocValues.getNumeric(leaf, Fields.FARES);
    for (int at = placed.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = placed.nextDoc()) {
      boolean lives = live == null || live.get(at);
      if (lives && addresses.advanceExact(at) && states.advanceExact(at)) {
        byAddress.put(addresses.longValue(), HealthTokens.ALL.get((int) states.longValue()));
      }
    }
  }

  private static long number(String url) {
    return StringHelper.murmurhash3_x64_128(new BytesRef(url))[0];
  }
}
