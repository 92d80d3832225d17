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
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
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
  private static final FacetsConfig FACETS = PageFacets.config();

  private final Generation generation;
  private final Map<String, Known> unseen = new HashMap<>();

  /** A page as it was last written, and its vector. */
  private record Known(JoinedPage page, Optional<Embedded> embedded) {}

  private PageIndex(Generation generation) {
    this.generation = generation;
  }

  /**
   * Opens the newest generation that fits this version and is whole; begins a new one otherwise.
   *
   * @throws IOException when the folder cannot be written
   */
  public static PageIndex open(Path home) throws IOException {
    return new PageIndex(Generation.open(home));
  }

  /** What Kafka's positions and topic ids were at the last commit; empty in a new index. */
  public Map<String, String> committed() {
    return generation.committed();
  }

  /** Whether this generation still has to catch up before the older ones go. */
  public boolean rebuilding() {
    return generation.rebuilding();
  }

  /** Older generations are no longer needed. */
  public void caughtUp() throws IOException {
    generation.caughtUp();
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

  /** Pages whose passages have no vector yet, as far as readers see; at most so many. */
  public Map<String, Passage> wanted(int most) throws IOException {
    return read(searcher -> {
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
    generation.searchers().maybeRefreshBlocking();
    unseen.clear();
  }

  /** Makes everything put so far durable, together with where Kafka stands. */
  public synchronized void commit(Map<String, String> positions) throws IOException {
    generation.commit(positions);
  }

  /** Answers a question from one view of the index. */
  public <T> T read(Reading<T> question) throws IOException {
    IndexSearcher searcher = generation.searchers().acquire();
    try {
      return question.of(searcher);
    } finally {
      generation.searchers().release(searcher);
    }
  }

  /** Throws everything away and begins anew beside it. */
  public synchronized void restart() throws IOException {
    unseen.clear();
    generation.beginNew();
  }

  /** Goes back to the last commit, after a failure to write. */
  public synchronized void reopen() throws IOException {
    unseen.clear();
    generation.reopen();
  }

  @Override
  public void close() throws IOException {
    generation.close();
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
    Optional<Embedded> embedded = now.embedded().filter(it -> passage.filter(it::isOf).isPresent());
    if (passage.isPresent()) {
      Embedded.add(document, embedded);
    }
    unseen.put(page.url(), new Known(page, embedded));
    write(page.url(), document);
  }

  private Known known(String url) throws IOException {
    Known fresh = unseen.get(url);
    return fresh != null ? fresh : read(searcher -> known(searcher, url));
  }

  private static Known known(IndexSearcher searcher, String url) throws IOException {
    int document = Records.find(searcher, url);
    return document < 0
        ? new Known(JoinedPage.unknown(url), Optional.empty())
        : new Known(Records.whole(searcher, document), Embedded.of(searcher, document));
  }

  private void write(String key, Document document) throws IOException {
    generation.writer().updateDocument(new Term(Fields.KEY, key), FACETS.build(document));
  }

  private void delete(String key) throws IOException {
    generation.writer().deleteDocuments(new Term(Fields.KEY, key));
  }
}
