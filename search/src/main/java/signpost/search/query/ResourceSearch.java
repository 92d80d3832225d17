package signpost.search.query;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import signpost.events.ResourceEvent.GuideListed;
import signpost.search.embed.QuestionVectors;
import signpost.search.index.JoinedPage;
import signpost.search.index.PageIndex;
import signpost.search.index.StoredRecords;
import signpost.search.index.TextAnalysis;
import signpost.search.query.KnownAnswers.AnswerKey;
import signpost.search.query.KnownAnswers.ViewAnswers;
import signpost.search.query.SearchRequest.ResultDetail;
import signpost.search.query.SearchResults.TotalHits;
import signpost.search.rank.ParsedQuery;
import signpost.search.rank.QueryInterpreter;
import signpost.search.rank.RankedDocuments.ScoredDocument;
import signpost.search.rank.TheseDocuments;

/** Pages that answer a need, best first. */
@Singleton
public final class ResourceSearch {
  /** So few results, and a more usual spelling is offered. */
  private static final int FEW = 3;

  /** Room for addresses that end at the same page, and for what is new above a cursor. */
  private static final int SPARE = 50;

  /** Of an answer: counts of ten facets, and its question. */
  private static final long BESIDES_HITS = 16 * 1024;

  /** Of a result: its marked words. */
  private static final long BESIDES_CARD = 2 * 1024;

  /** Of another address of it: what holds the text. */
  private static final long BESIDES_COPY = 64;

  private final PageIndex index;
  private final QuestionVectors questions;
  private final InstantSource clock;
  private final QueryInterpreter interpreter = new QueryInterpreter();
  private final FacetLayout layout = new FacetLayout();
  private final KnownAnswers known = new KnownAnswers();

  ResourceSearch(PageIndex index, QuestionVectors questions, @Named("clock") InstantSource clock) {
    this.index = index;
    this.questions = questions;
    this.clock = clock;
  }

  /** Answers a need; any text can be asked. */
  public SearchResults answer(SearchRequest need) throws IOException {
    return index.read(searcher -> answer(searcher, need));
  }

  /** The same for a program that asks much: its answers are not kept in the place of readers'. */
  public SearchResults answerUnkept(SearchRequest need) throws IOException {
    return index.read(searcher -> make(searcher, key(need)).results());
  }

  private SearchResults answer(IndexSearcher searcher, SearchRequest need) throws IOException {
    AnswerKey key = key(need);
    ViewAnswers before = known.of(searcher.getIndexReader());
    Optional<SearchResults> same = before.get(key);
    if (same.isPresent()) {
      return same.get();
    }
    MadeAnswer made = make(searcher, key);
    if (!made.late()) { // Words alone are for a busy moment, and not for whoever asks next.
      before.put(key, made.results(), bytes(searcher, made.shown(), need));
    }
    return made.results();
  }

  /** {@code late}: whether the question's vector was waited for in vain. */
  private record MadeAnswer(SearchResults results, ResultPage shown, boolean late) {}

  /** Only where the best come first does it matter when it is asked, and by whose meaning. */
  private AnswerKey key(SearchRequest need) {
    boolean ranked = need.order() == SearchRequest.Order.RELEVANCE && !need.text().isBlank();
    return new AnswerKey(
        need,
        need.fingerprint(),
        ranked ? clock.instant().truncatedTo(ChronoUnit.HOURS) : Instant.EPOCH,
        ranked && questions.hasModel());
  }

  private MadeAnswer make(IndexSearcher searcher, AnswerKey key) throws IOException {
    SearchRequest need = key.need();
    ParsedQuery asked = interpreter.read(searcher, need.text());
    QuestionVector meaning = meaning(need, asked);
    DocumentFinder finder = new DocumentFinder(searcher, FacetedSearch.filter(need), key.hour());
    int depth = need.depth() + SPARE;
    FoundDocuments found = finder.find(need, asked, meaning, depth);
    ResultPage shown = ResultPage.of(searcher, need, found);
    while (shown.listed() <= need.depth() && found.best().size() >= depth) {
      depth *= 4; // mostly copies: those behind them are not looked at yet
      found = finder.find(need, asked, meaning, depth);
      shown = ResultPage.of(searcher, need, found);
    }
    return new MadeAnswer(results(searcher, need, asked, found, shown), shown, meaning.isLate());
  }

  private SearchResults results(
      IndexSearcher searcher,
      SearchRequest need,
      ParsedQuery asked,
      FoundDocuments found,
      ResultPage shown)
      throws IOException {
    long total = Math.max(0, found.total() - shown.repeats());
    return new SearchResults(
        TotalHits.of(total),
        hits(searcher, shown, need, asked),
        need.wants(ResultDetail.FACETS)
            ? FacetedSearch.counts(
                searcher,
                layout.of(searcher.getIndexReader()),
                need,
                TheseDocuments.without(found.all(), shown.copies().leftOut()))
            : Map.of(),
        asked.mended(),
        total < FEW ? interpreter.suggestion(searcher, asked) : Optional.empty(),
        found.relaxed(),
        shown.next());
  }

  /** About as many as an answer takes up: twice what the index has of it, and what goes with it. */
  private static long bytes(IndexSearcher searcher, ResultPage shown, SearchRequest need)
      throws IOException {
    long bytes = BESIDES_HITS + 2L * (need.text().length() + need.filters().toString().length());
    for (ScoredDocument hit : shown.results()) {
      bytes += BESIDES_CARD + 2L * StoredRecords.shownBytes(searcher, hit.document());
      for (String copy : shown.copies().others(hit.document())) {
        bytes += BESIDES_COPY + copy.length();
      }
    }
    return bytes;
  }

  /** Begun at once where it will be asked for. */
  private QuestionVector meaning(SearchRequest need, ParsedQuery asked) {
    boolean wanted =
        !asked.isBlank() && need.order() == SearchRequest.Order.RELEVANCE && asked.hasMeaning();
    return new QuestionVector(wanted ? questions.vector(asked.typed().text()) : Optional.empty());
  }

  private static List<SearchHit> hits(
      IndexSearcher searcher, ResultPage shown, SearchRequest need, ParsedQuery asked)
      throws IOException {
    int[] documents = shown.results().stream().mapToInt(ScoredDocument::document).toArray();
    SnippetHighlighter highlights =
        need.wants(ResultDetail.HIGHLIGHTS)
            ? SnippetHighlighter.of(searcher, TextAnalysis.analyzer(), asked.words(), documents)
            : SnippetHighlighter.none();
    List<SearchHit> hits = new ArrayList<>();
    for (int i = 0; i < documents.length; i++) {
      ScoredDocument scored = shown.results().get(i);
      hits.add(hit(searcher, scored, highlights, i, shown));
    }
    return hits;
  }

  private static SearchHit hit(
      IndexSearcher searcher,
      ScoredDocument scored,
      SnippetHighlighter highlights,
      int at,
      ResultPage shown)
      throws IOException {
    int document = scored.document();
    float score = (float) scored.score();
    Optional<JoinedPage> card = StoredRecords.card(searcher, document);
    if (card.isEmpty()) {
      GuideListed guide = StoredRecords.event(searcher, document, GuideListed.class);
      return new SearchHit.GuideHit(guide, highlights.title(at, guide.title()), score);
    }
    JoinedPage page = card.get();
    String lead = page.page().map(it -> it.lead()).orElse("");
    return new SearchHit.PageHit(
        page,
        highlights.title(at, page.title()),
        highlights.snippet(at, lead),
        score,
        shown.copies().others(document),
        shown.found().near().contains(document),
        Optional.ofNullable(shown.found().pinned().get(document)));
  }
}
