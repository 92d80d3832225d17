package signpost.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.Envelope;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.DomainTransition;
import signpost.events.LinkEvent.HostTransition;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.PageEvent.PageRead;
import signpost.events.ParkedEvent;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.events.Topics;

/**
 * The index of everything pages show. Intake and embedding write, one at a time; anyone reads. What
 * was put is seen after {@link #refresh()} and survives after {@link #commit}.
 */
public final class PageIndex implements Closeable {
  private static final FacetsConfig FACETS = PageFacets.config();

  private final IndexGenerations generations;
  private final JoinedPages pages;

  private PageIndex(IndexGenerations generations) {
    this.generations = generations;
    this.pages = new JoinedPages(generations, FACETS);
  }

  /**
   * Opens the newest generation that fits this version and is whole; begins a new one otherwise.
   *
   * @throws IOException when the folder cannot be written
   */
  public static PageIndex open(Path home) throws IOException {
    return new PageIndex(IndexGenerations.open(home));
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

  /**
   * Takes in one event. Putting the same one again changes nothing. A page that no index takes may
   * show only at {@link #refresh()}.
   */
  public synchronized void put(Envelope envelope) throws IOException {
    switch (envelope.event()) {
      case ResourceListed now -> pages.change(now.resource().value(), page -> page.with(now));
      case PageRead now -> pages.change(now.page().value(), page -> page.with(now));
      case HealthJudged now -> pages.change(now.target().value(), page -> page.with(now));
      case PageChanged now -> {
        Document document = DocumentMaker.change(now); // first: a time may be beyond bounds
        pages.change(now.page().value(), page -> page.with(now));
        write(DocumentMaker.changeKey(now), document);
      }
      case LinkTransition now -> {
        String key = "transition|" + now.target() + "|" + envelope.sequence();
        write(key, DocumentMaker.transition(now, key));
      }
      case GuideListed now -> write(now.key(), DocumentMaker.guide(now));
      case FindingChanged now -> {
        Document document = DocumentMaker.finding(now);
        Term key = JoinedPages.term(DocumentMaker.findingKey(now.finding()));
        if (now.kind().hasPage()) {
          pages.change(now.subject(), page -> page.with(now));
        }
        write(key, document);
      }
      case HostTransition now ->
          write(DocumentMaker.incidentKey(now.host()), DocumentMaker.incident(now));
      case SuccessorFound _, DomainTransition _, ParkedEvent _ -> {
        // Where a page went is shown as its finding has it, which knows what owners say of it.
      }
    }
  }

  /** Takes in a tombstone. */
  public synchronized void remove(String topic, String key) throws IOException {
    switch (topic) {
      case Topics.RESOURCES -> {
        if (key.startsWith(GuideListed.keyOf(""))) {
          delete(key);
        } else {
          pages.change(key, JoinedPage::withoutResource);
        }
      }
      case Topics.PAGES -> pages.change(key, JoinedPage::withoutPage);
      case Topics.HEALTH -> pages.change(key, JoinedPage::withoutHealth);
      case Topics.FINDINGS -> {
        Optional<String> subject = subject(key);
        if (subject.isPresent()) {
          pages.change(subject.get(), page -> page.withoutFinding(key));
        }
        delete(DocumentMaker.findingKey(key));
      }
      default -> {
        // Topics of history bear no tombstones.
      }
    }
  }

  /** What a finding of the last refresh is about. */
  private Optional<String> subject(String finding) throws IOException {
    return generations.readLive(searcher -> {
      int document = StoredRecords.find(searcher, DocumentMaker.findingKey(finding));
      return document < 0
          ? Optional.empty()
          : Optional.of(StoredRecords.event(searcher, document, FindingChanged.class).subject());
    });
  }

  /** Whether any page has a passage, with its vector or still waiting for it. */
  public boolean hasPassages() throws IOException {
    return generations.readLive(searcher -> {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        if (leaf.reader().terms(IndexFields.EMBEDDED) != null) {
          return true;
        }
      }
      return false;
    });
  }

  /** Pages whose passages have no vector yet, of what was refreshed; at most so many. */
  public Map<String, EmbeddingPassage> wanted(int most) throws IOException {
    return generations.readLive(searcher -> {
      Map<String, EmbeddingPassage> wanted = new LinkedHashMap<>();
      Query query = new TermQuery(new Term(IndexFields.EMBEDDED, IndexFields.WANTED));
      for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
        JoinedPage page = StoredRecords.whole(searcher, hit.doc);
        EmbeddingPassage.of(page).ifPresent(passage -> wanted.put(page.url(), passage));
      }
      return wanted;
    });
  }

  /** Takes in a page's vector, unless the page says something else by now. */
  public synchronized void embed(String url, EmbeddingPassage passage, float[] vector)
      throws IOException {
    pages.embed(url, passage, vector);
  }

  /** Makes everything put so far visible to those who read. */
  public synchronized void refresh() throws IOException {
    generations.write(() -> {
      pages.write();
      generations.live().searchers().maybeRefreshBlocking();
      return true;
    });
  }

  /** Makes everything put so far durable, together with where Kafka stands. */
  public synchronized void commit(Map<String, String> positions) throws IOException {
    refresh();
    generations.live().commit(positions);
  }

  /** Whether what was put, by whomever, would be lost if the process died now. */
  public boolean hasUncommitted() {
    return generations.live().writer().hasUncommittedChanges();
  }

  /** Answers a question from one view of the index that people see. */
  public <T> T read(IndexView<T> question) throws IOException {
    return generations.read(question);
  }

  /** What damage somebody met, if any: it is time to {@link #reopen()}. */
  public Optional<String> damage() throws IOException {
    return generations.damage();
  }

  /**
   * Refuses to go on where a failure to write has closed the index, whoever met it: it is time to
   * {@link #reopen()}.
   *
   * @throws IllegalStateException whose cause is that failure
   */
  public void checkWritable() {
    generations.live().checkWritable();
  }

  /** Compares every byte with its checksum; {@link #damage()} then says what was found. */
  public void check() throws IOException {
    generations.check();
  }

  /** Why the index is built anew, when damage is why. */
  public Optional<String> mending() {
    return generations.mending();
  }

  /** Whether what people see may lack pages, because only the unfinished index can answer. */
  public boolean incomplete() {
    return generations.rebuilding() && generations.predecessor().isEmpty();
  }

  /** Forgets what was put and waits to be written. */
  public synchronized void forgetUnwritten() {
    pages.forget();
  }

  /** Begins anew; what there is answers until the new one has caught up. */
  public synchronized void restart() throws IOException {
    pages.forget();
    generations.beginNew();
  }

  /** Goes back to the last commit, after a failure to write. */
  public synchronized void reopen() throws IOException {
    pages.forget();
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

  private void write(String key, Document document) throws IOException {
    write(JoinedPages.term(key), document);
  }

  private void write(Term key, Document document) throws IOException {
    generations.live().writer().updateDocument(key, FACETS.build(TextLengths.complete(document)));
  }

  private void delete(String key) throws IOException {
    generations.live().writer().deleteDocuments(JoinedPages.term(key));
  }
}
