package signpost.successor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import signpost.successor.SearchRequest.SearchStep;
import signpost.url.WebUrl;
import signpost.web.extract.GovUkContent;
import signpost.web.extract.PageReader;
import signpost.web.extract.SitemapText;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchRequest;

/** Looks for where pages went: asks politely, a request at a time, until sure or out of them. */
public final class SuccessorFinder {
  /** So many visits are made for one page at most. */
  public static final int USUAL_BUDGET = 14;

  /** So many suffice where a sitemap says which pages there are. */
  private static final int LISTED_BUDGET = 8;

  /** So many are made for each page of a site that was rebuilt. */
  public static final int REBUILT_BUDGET = 2;

  private final PacedFetcher fetcher;
  private final AnswerReader answers;
  private final SearchPlan plan;

  /**
   * Where it went, what was read on the way, and in how many visits.
   *
   * @param weighed the pages that were read, the most probable first
   */
  public record FoundSuccessor(
      SuccessorOutcome outcome, List<SuccessorDecision.WeighedCandidate> weighed, int visits) {}

  public SuccessorFinder(PacedFetcher fetcher, PageReader reader, SuccessorWeights weights) {
    this.fetcher = fetcher;
    this.answers = new AnswerReader(reader);
    this.plan = new SearchPlan(new SuccessorDecision(weights), reader::hasRecord);
  }

  /**
   * Visits at most {@code budget} addresses, besides robots.txt; fewer where the site lists all.
   */
  public FoundSuccessor find(RememberedPage old, int budget) throws InterruptedException {
    SuccessorSearch search = SuccessorSearch.begin(old);
    int visits = 0;
    for (Optional<SearchRequest> next = plan.next(search);
        next.isPresent() && visits < most(search, budget);
        next = plan.next(search)) {
      search = after(search, next.get());
      visits++;
    }
    return found(search, visits);
  }

  /**
   * Looks for pages that one publisher moved together: what is learned for one serves the others.
   * In the order of the pages; visits at most {@code each} addresses for each of them, or {@link
   * #USUAL_BUDGET} for all where those are more.
   */
  public List<FoundSuccessor> findAll(List<RememberedPage> olds, int each)
      throws InterruptedException {
    int most = Math.max(each * olds.size(), USUAL_BUDGET) - 1; // and robots.txt
    return olds.isEmpty() ? List.of() : new RebuildSearch(plan, this::after, olds, most).findAll();
  }

  private SuccessorSearch after(SuccessorSearch search, SearchRequest request)
      throws InterruptedException {
    SearchAnswer answer = ask(request);
    SuccessorSearch next = search.after(request, answer);
    return request.step() == SearchStep.OLD_ADDRESS
        ? next.at(next.site().naming(fetcher.sitemaps(request.url())))
        : next;
  }

  private static int most(SuccessorSearch search, int budget) {
    return search.site().lists().useful() ? Math.min(LISTED_BUDGET, budget) : budget;
  }

  private FoundSuccessor found(SuccessorSearch search, int visits) {
    return new FoundSuccessor(plan.outcome(search), plan.weighed(search), visits);
  }

  private SearchAnswer ask(SearchRequest request) throws InterruptedException {
    Optional<FetchRequest> wanted = wanted(request);
    Optional<FetchOutcome> outcome =
        wanted.isPresent() ? fetcher.visit(wanted.get()) : Optional.empty();
    return outcome.map(it -> answers.read(request, it)).orElseGet(SearchAnswer.NoAnswer::new);
  }

  private static Optional<FetchRequest> wanted(SearchRequest request) {
    WebUrl url = request.url();
    return switch (request.step()) {
      case RECORD, HOLDER -> GovUkContent.requestFor(url);
      case SITEMAP ->
          Optional.of(
              new FetchRequest(url, Optional.empty(), OptionalInt.of(SitemapText.LONGEST_FILE)));
      case OLD_ADDRESS, LISTING, CANDIDATE -> Optional.of(FetchRequest.of(url));
    };
  }
}
