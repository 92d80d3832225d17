package signpost.search.query;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.search.IndexSearcher;
import signpost.events.ResourceEvent.GuideListed;
import signpost.search.embed.QuestionVectors;
import signpost.search.index.JoinedPage;
import signpost.search.index.PageIndex;
import signpost.search.index.StoredRecords;
import signpost.search.index.TextAnalysis;
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

  private final PageIndex index;
  private final QuestionVectors questions;
  private final InstantSource clock;
  private final QueryInterpreter interpreter = new QueryInterpreter();
  private final FacetLayout layout = new FacetLayout();

  ResourceSearch(PageIndex index, QuestionVectors questions, @Named("clock") InstantSource clock) {
    this.index = index;
    this.questions = questions;
    this.clock = clock;
  }

  /** Answers a need; any text can be asked. */
  public SearchResults answer(SearchRequest need) throws IOException {
    return index.read(searcher -> answer(searcher, need));
  }

  private SearchResults answer(IndexSearcher searcher, SearchRequest need) throws IOException {
    ParsedQuery asked = interpreter.read(searcher, need.text());
    int depth = need.depth() + SPARE;
    FoundDocuments found = find(searcher, need, asked, depth);
    ResultPage shown = ResultPage.of(searcher, need, found);
    while (shown.listed() <= need.depth() && found.best().size() == depth) {
      depth *= 4; // mostly copies: those behind them are not looked at yet
      found = find(searcher, need, asked, depth);
      shown = ResultPage.of(searcher, need, found);
    }
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

  private FoundDocuments find(
      IndexSearcher searcher, SearchRequest need, ParsedQuery asked, int depth) throws IOException {
    DocumentFinder finder =
        new DocumentFinder(searcher, FacetedSearch.filter(need), clock.instant());
    if (asked.isBlank() || need.order() == SearchRequest.Order.CHANGED) {
      return finder.byChange(asked, depth);
    }
    Optional<CompletableFuture<float[]>> vector =
        asked.hasMeaning() ? questions.vector(asked.typed().text()) : Optional.empty();
    return finder.byRelevance(asked, new QuestionVector(vector), depth);
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
        Optional.ofNullable(shown.pinned().get(document)));
  }
}
