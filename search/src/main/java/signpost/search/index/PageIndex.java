package signpost.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.Envelope;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.HostTransition;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.PageEvent.PageRead;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.events.Topics;

/**
 * The index of everything pages show. Intake and embedding write, one at a time; anyone reads. What
 * was put is seen after {@link #refresh()} and survives after {@link #commit}.
 */
public final class PageIndex implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(PageIndex.class);
  private static final FacetsConfig FACETS = PageFacets.config();

  private final Generations generations;
  private volatile boolean damaged;
  private final Map<String, Known> unseen = new HashMap<>();

  /** A page as it was last written, and its vector. */
  private record Known(JoinedPage page, Optional<Embedded> embedded) {}

  private PageIndex(Generations generations) {
    this.generations = generations;
  }

  /**
   * Opens the newest generation that fits this version and is whole; begins a new one otherwise.
   *
   * @throws IOException when the folder cannot be written
   */
  public static PageIndex open(Path home) throws IOException {
    return new PageIndex(Generations.open(home));
  }

  /** What Kafka's positions and topic ids were at the last commit; empty in a new index. */
  public Map<String, String> committed() {
    return generations.live().committed();
  }

  /** Whether this generation still has to catch up before the older ones go. */
  public boolean rebuilding() {
    return generations.rebuilding();
  }

  /** Older generations are no longer needed. */
  public synchronized void caughtUp() throws IOException {
    generations.caughtUp();
  }

  /** Takes in one event. Putting the same one again changes nothing. */
  public synchronized void put(Envelope envelope) throws IOException {
    switch (envelope.event()) {
      case ResourceListed now -> join(now.resource().value(), page -> page.with(now));
      case PageRead now -> join(now.page().value(), page -> page.with(now));
      case HealthJudged now -> join(now.target().value(), page -> page.with(now));
      case PageChanged now -> {
        join(now.page().value(), page -> page.with(now));
        write(Documents.changeKey(now), Documents.change(now));
      }
      case LinkTransition now -> {
        String key = "transition|" + now.target() + "|" + envelope.sequence();
        write(key, Documents.transition(now, key));
      }
      case GuideListed now -> write(now.key(), Documents.guide(now));
      case FindingChanged now -> write(Documents.findingKey(now.finding()), Documents.finding(now));
      case HostTransition now -> write(Documents.incidentKey(now.host()), Documents.incident(now));
      case RecordParked _ -> {}
    }
  }

  /** Takes in a tombstone. */
  public synchronized void remove(String topic, String key) throws IOException {
    switch (topic) {
      case Topics.RESOURCES -> {
        if (key.startsWith(GuideListed.keyOf(""))) {
          delete(key);
        } else {
          join(key, JoinedPage::withoutResource);
        }
      }
      case Topics.PAGES -> join(key, JoinedPage::withoutPage);
      case Topics.HEALTH -> join(key, JoinedPage::withoutHealth);
      case Topics.FINDINGS -> delete(Documents.findingKey(key));
      default -> {
        // Topics of history bear no tombstones.
      }
    }
  }

  /** Pages whose passages have no vector yet, of what was refreshed; at most so many. */
  public Map<String, Passage> wanted(int most) throws IOException {
    return readLive(searcher -> {
      Map<String, Passage> wanted = new LinkedHashMap<>();
      Query query = new TermQuery(new Term(Fields.EMBEDDED, Fields.WANTED));
      for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
        JoinedPage page = Records.whole(searcher, hit.doc);
        Passage.of(page).ifPresent(passage -> wanted.put(page.url(), passage));
      }
      return wanted;
    });
  }

  /** Takes in a page's vector, unless the page says something else by now. */
  public synchronized void embed(String url, Passage passage, float[] vector) throws IOException {
    JoinedPage page = known(url).page();
    if (Passage.of(page).filter(passage::equals).isPresent()) {
      write(new Known(page, Optional.of(new Embedded(passage.key(), vector))));
    }
  }

  /** Makes everything put so far visible to those who read. */
  public synchronized void refresh() throws IOException {
    generations.live().searchers().maybeRefreshBlocking();
    unseen.clear();
  }

  /** Makes everything put so far durable, together with where Kafka stands. */
  public synchronized void commit(Map<String, String> positions) throws IOException {
    generations.live().commit(positions);
  }

  /** Answers a question from one view of the index that people see. */
  public <T> T read(Reading<T> question) throws IOException {
    Optional<Predecessor> before = generations.predecessor();
    if (before.isPresent()) {
      try {
        return read(before.get().searchers(), question);
      } catch (IOException | RuntimeException e) {
        log.warn("The index before this one cannot answer: {}", e.toString());
      }
    }
    return readLive(question);
  }

  /** Answers a question from what is written, whoever answers people. */
  private <T> T readLive(Reading<T> question) throws IOException {
    try {
      return read(generations.live().searchers(), question);
    } catch (AlreadyClosedException _) {
      return read(generations.live().searchers(), question);
    } catch (CorruptIndexException e) {
      damaged = true;
      throw e;
    }
  }

  private static <T> T read(SearcherManager searchers, Reading<T> question) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return question.of(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /** Whether somebody met a damaged file: it is time to {@link #reopen()}. */
  public boolean isDamaged() {
    return damaged;
  }

  /** Begins anew; what there is answers until the new one has caught up. */
  public synchronized void restart() throws IOException {
    unseen.clear();
    generations.beginNew();
  }

  /** Goes back to the last commit, after a failure to write. */
  public synchronized void reopen() throws IOException {
    unseen.clear();
    damaged = false;
    generations.reopen();
  }

  @Override
  public void close() throws IOException {
    generations.close();
  }

  /** How facets are laid out; the query side must agree. */
  public static FacetsConfig facets() {
    return FACETS;
  }

  private void join(String url, UnaryOperator<JoinedPage> change) throws IOException {
    Known before = known(url);
    write(new Known(change.apply(before.page()), before.embedded()));
  }

  private void write(Known now) throws IOException {
    JoinedPage page = now.page();
    if (page.isEmpty() && page.lastChange().isEmpty()) {
      unseen.put(page.url(), now);
      delete(page.url());
      return;
    }
    Document document = Documents.joined(page);
    Optional<Passage> passage = Passage.of(page);
    Optional<Embedded> embedded =
        passage.isPresent() ? embedded(now, passage.get()) : Optional.empty();
    if (passage.isPresent()) {
      Embedded.add(document, embedded);
    }
    unseen.put(page.url(), new Known(page, embedded));
    write(page.url(), document);
  }

  /** The vector it has, or had in the index before this one. */
  private Optional<Embedded> embedded(Known now, Passage passage) throws IOException {
    Optional<Embedded> own = now.embedded().filter(it -> it.isOf(passage));
    Optional<Predecessor> before = generations.predecessor();
    return own.isPresent() || before.isEmpty()
        ? own
        : before.get().embedded(now.page().url(), passage);
  }

  private Known known(String url) throws IOException {
    Known fresh = unseen.get(url);
    return fresh != null ? fresh : readLive(searcher -> known(searcher, url));
  }

  private static Known known(IndexSearcher searcher, String url) throws IOException {
    int document = Records.find(searcher, url);
    return document < 0
        ? new Known(JoinedPage.unknown(url), Optional.empty())
        : new Known(Records.whole(searcher, document), Embedded.of(searcher, document));
  }

  private void write(String key, Document document) throws IOException {
    generations.live().writer().updateDocument(new Term(Fields.KEY, key), FACETS.build(document));
  }

  private void delete(String key) throws IOException {
    generations.live().writer().deleteDocuments(new Term(Fields.KEY, key));
  }
}
