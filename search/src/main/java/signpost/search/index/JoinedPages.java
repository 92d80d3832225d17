package signpost.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/**
 * Pages whose parts are being put together. What several events of one burst say of a page is
 * written once, when the burst ends, by as many threads as there are cores: making a document of a
 * page costs far more than remembering it.
 */
final class JoinedPages {
  /** Lucene takes no longer term, and a key is one. */
  private static final int LONGEST_KEY = IndexWriter.MAX_TERM_LENGTH / 3;

  /** Fewer are written by one thread, and then stand in the order they came. */
  private static final int WORTH_SHARING = 64;

  private final IndexGenerations generations;
  private final FacetsConfig facets;
  private final Map<String, KnownPage> waiting = new LinkedHashMap<>();

  /** A page and its vector, as they are or will be written. */
  private record KnownPage(JoinedPage page, Optional<PassageVector> embedded) {}

  JoinedPages(IndexGenerations generations, FacetsConfig facets) {
    this.generations = generations;
    this.facets = facets;
  }

  /**
   * Changes what is known of a page.
   *
   * @throws IllegalArgumentException for an address longer than any index takes
   */
  void change(String url, UnaryOperator<JoinedPage> change) throws IOException {
    KnownPage before = known(fitting(url));
    waiting.put(url, new KnownPage(change.apply(before.page()), before.embedded()));
  }

  /** Gives a page its vector, unless it says something else by now. */
  void embed(String url, EmbeddingPassage passage, float[] vector) throws IOException {
    JoinedPage page = known(url).page();
    if (EmbeddingPassage.of(page).filter(passage::equals).isPresent()) {
      waiting.put(url, new KnownPage(page, Optional.of(new PassageVector(passage.key(), vector))));
    }
  }

  /**
   * What a document is found and replaced by.
   *
   * @throws IllegalArgumentException for a key longer than any index takes
   */
  static Term term(String key) {
    return new Term(IndexFields.KEY, fitting(key));
  }

  private static String fitting(String key) {
    if (key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("a key of " + key.length() + " characters");
    }
    return key;
  }

  /** Writes all that changed. */
  void write() throws IOException {
    List<KnownPage> now = new ArrayList<>(waiting.values());
    try {
      if (now.size() < WORTH_SHARING) {
        now.forEach(this::write);
      } else {
        now.parallelStream().forEach(this::write);
        IntStream.range(0, ForkJoinPool.getCommonPoolParallelism() + 1)
            .parallel()
            .forEach(_ -> flush());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    waiting.clear();
  }

  /** What one thread has written becomes a part of the index, which a refresh does one by one. */
  private void flush() {
    try {
      generations.live().writer().flushNextBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets what was not written. */
  void forget() {
    waiting.clear();
  }

  private void write(KnownPage known) {
    JoinedPage page = known.page();
    Term key = term(page.url());
    try {
      if (page.isEmpty() && page.lastChange().isEmpty()) {
        generations.live().writer().deleteDocuments(key);
      } else {
        generations
            .live()
            .writer()
            .updateDocument(key, facets.build(TextLengths.complete(document(known))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document document(KnownPage known) throws IOException {
    Document document = DocumentMaker.joined(known.page());
    Optional<EmbeddingPassage> passage = EmbeddingPassage.of(known.page());
    if (passage.isPresent()) {
      PassageVector.add(document, embedded(known, passage.get()));
    }
    return document;
  }

  /** The vector it has, or had in the index before this one. */
  private Optional<PassageVector> embedded(KnownPage known, EmbeddingPassage passage)
      throws IOException {
    Optional<PassageVector> own = known.embedded().filter(it -> it.isOf(passage));
    Optional<PreviousIndex> before = generations.predecessor();
    return own.isPresent() || before.isEmpty()
        ? own
        : before.get().embedded(known.page().url(), passage);
  }

  private KnownPage known(String url) throws IOException {
    KnownPage fresh = waiting.get(url);
    return fresh != null ? fresh : generations.readLive(searcher -> known(searcher, url));
  }

  private static KnownPage known(IndexSearcher searcher, String url) throws IOException {
    int document = StoredRecords.find(searcher, url);
    return document < 0
        ? new KnownPage(JoinedPage.unknown(url), Optional.empty())
        : new KnownPage(
            StoredRecords.whole(searcher, document), PassageVector.of(searcher, document));
  }
}
