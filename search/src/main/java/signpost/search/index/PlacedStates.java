package signpost.search.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * How everything that guides place fares, and what owners have answered of it, by address, in one
 * pass over three columns: the sums of every guide stand on the home page, and reading each placed
 * page for them takes a second.
 */
public final class PlacedStates {
  private static final Term PLACED = new Term(IndexFields.PLACED, "true");

  private final Map<Long, String> byAddress = new HashMap<>();
  private final Map<Long, Set<String>> answeredBy = new HashMap<>();

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

  /** Whether a guide's owner has answered all that ails what is at this address. */
  public boolean isAnsweredBy(String guide, String url) {
    return answeredBy.getOrDefault(number(url), Set.of()).contains(guide);
  }

  static void add(Document document, JoinedPage page) {
    document.add(new NumericDocValuesField(IndexFields.ADDRESS, number(page.url())));
    int state = HealthTokens.ALL.indexOf(HealthTokens.of(page));
    document.add(new NumericDocValuesField(IndexFields.FARES, state));
    for (String guide : page.answeredBy()) {
      document.add(new SortedSetDocValuesField(IndexFields.ANSWERED, new BytesRef(guide)));
    }
  }

  private void read(LeafReader leaf) throws IOException {
    @Nullable PostingsEnum placed = leaf.postings(PLACED, PostingsEnum.NONE);
    if (placed == null) {
      return;
    }
    @Nullable Bits live = leaf.getLiveDocs();
    NumericDocValues addresses = DocValues.getNumeric(leaf, IndexFields.ADDRESS);
    NumericDocValues states = DocValues.getNumeric(leaf, IndexFields.FARES);
    SortedSetDocValues answered = DocValues.getSortedSet(leaf, IndexFields.ANSWERED);
    for (int at = placed.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = placed.nextDoc()) {
      boolean lives = live == null || live.get(at);
      if (lives && addresses.advanceExact(at) && states.advanceExact(at)) {
        byAddress.put(addresses.longValue(), HealthTokens.ALL.get((int) states.longValue()));
        if (answered.advanceExact(at)) {
          answeredBy.put(addresses.longValue(), guides(answered));
        }
      }
    }
  }

  private static Set<String> guides(SortedSetDocValues answered) throws IOException {
    Set<String> guides = new HashSet<>();
    for (int i = 0; i < answered.docValueCount(); i++) {
      guides.add(answered.lookupOrd(answered.nextOrd()).utf8ToString());
    }
    return guides;
  }

  private static long number(String url) {
    return StringHelper.murmurhash3_x64_128(new BytesRef(url))[0];
  }
}
