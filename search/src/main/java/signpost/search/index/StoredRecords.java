package signpost.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.Event;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.PageEvent.PageRead;
import signpost.events.ResourceEvent.ResourceListed;

/** Reads what the index keeps back into records. */
public final class StoredRecords {
  /** What a page is shown by; its text is left where it is. */
  private static final Set<String> WITHOUT_TEXT =
      Set.of(
          IndexFields.KEY,
          IndexFields.PART_RESOURCE,
          IndexFields.PART_PAGE,
          IndexFields.PART_HEALTH,
          IndexFields.PART_CHANGE,
          IndexFields.PART_FINDING);

  private StoredRecords() {}

  /** The joined page without its text, or nothing known. */
  public static Optional<JoinedPage> brief(IndexSearcher searcher, String url) throws IOException {
    int document = find(searcher, url);
    return document < 0 ? Optional.empty() : Optional.of(brief(searcher, document));
  }

  /** The joined page in a document, without its text. */
  public static JoinedPage brief(IndexSearcher searcher, int document) throws IOException {
    return joined(searcher.storedFields().document(document, WITHOUT_TEXT));
  }

  /** What a result shows of a page; empty for a guide. */
  public static Optional<JoinedPage> card(IndexSearcher searcher, int document) throws IOException {
    return ResultCard.of(searcher, document);
  }

  /** How many bytes {@link #card} or, of a guide, {@link #event} reads. */
  public static int shownBytes(IndexSearcher searcher, int document) throws IOException {
    int card = ResultCard.bytes(searcher, document);
    return card > 0
        ? card
        : Optional.ofNullable(
                searcher
                    .storedFields()
                    .document(document, Set.of(IndexFields.EVENT))
                    .getBinaryValue(IndexFields.EVENT))
            .map(event -> event.length)
            .orElse(0);
  }

  static JoinedPage whole(IndexSearcher searcher, int document) throws IOException {
    return joined(searcher.storedFields().document(document));
  }

  /** The documents of any of these types. */
  public static Query ofType(RecordType... types) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (RecordType type : types) {
      any.add(new TermQuery(new Term(IndexFields.TYPE, type.token())), Occur.SHOULD);
    }
    return any.build();
  }

  /** The event a document was made of. */
  public static <T extends Event> T event(IndexSearcher searcher, int document, Class<T> type)
      throws IOException {
    BytesRef stored =
        searcher
            .storedFields()
            .document(document, Set.of(IndexFields.EVENT))
            .getBinaryValue(IndexFields.EVENT);
    if (stored == null) {
      throw new IllegalStateException("a document of " + type.getSimpleName() + " holds no event");
    }
    return StoredEvent.read(stored, type);
  }

  /** The document of a page's revision, or -1. */
  public static int findRevision(IndexSearcher searcher, String url, int revision)
      throws IOException {
    return find(searcher, DocumentMaker.changeKey(url + "#" + revision));
  }

  /** The document with this key, or -1. */
  public static int find(IndexSearcher searcher, String key) throws IOException {
    BytesRef term = new BytesRef(key);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int document = find(leaf.reader(), term);
      if (document >= 0) {
        return leaf.docBase + document;
      }
    }
    return -1;
  }

  /**
   * Straight from the list of keys: a query costs several times as much, and this is asked often.
   */
  private static int find(LeafReader leaf, BytesRef key) throws IOException {
    Terms keys = Terms.getTerms(leaf, IndexFields.KEY);
    TermsEnum terms = keys.iterator();
    if (!terms.seekExact(key)) {
      return -1;
    }
    PostingsEnum documents = terms.postings(null, PostingsEnum.NONE);
    @Nullable Bits live = leaf.getLiveDocs();
    int document = documents.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
      document = documents.nextDoc();
    }
    return document == DocIdSetIterator.NO_MORE_DOCS ? -1 : document;
  }

  private static JoinedPage joined(Document document) {
    String text = document.get(IndexFields.BODY);
    Optional<PageRead> page = part(document, IndexFields.PART_PAGE, PageRead.class);
    return new JoinedPage(
        document.get(IndexFields.KEY),
        part(document, IndexFields.PART_RESOURCE, ResourceListed.class),
        text == null ? page : page.map(brief -> StoredPage.withText(brief, text)),
        part(document, IndexFields.PART_HEALTH, HealthJudged.class),
        part(document, IndexFields.PART_CHANGE, PageChanged.class),
        Arrays.stream(document.getBinaryValues(IndexFields.PART_FINDING))
            .map(stored -> StoredEvent.read(stored, FindingChanged.class))
            .toList());
  }

  private static <T extends Event> Optional<T> part(
      Document document, String field, Class<T> type) {
    @Nullable BytesRef stored = document.getBinaryValue(field);
    return stored == null ? Optional.empty() : Optional.of(StoredEvent.read(stored, type));
  }
}
