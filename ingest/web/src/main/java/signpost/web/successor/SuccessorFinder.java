package signpost.web.successor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import signpost.url.WebUrl;
import signpost.web.extract.PageReader;
import signpost.web.fetch.FetchRequest;
import signpost.web.politeness.HostPace;
import signpost.web.politeness.PoliteFetcher;
import signpost.web.politeness.PoliteFetcher.PoliteVisit;
import signpost.web.successor.SearchRequest.SearchStep;

/** Looks for where one page went: asks politely, a request at a time, until sure or out of them. */
public final class SuccessorFinder {
  /** So many visits are made for one page. */
  public static final int USUAL_BUDGET = 10;

  private static final int SITEMAP = 10 << 20;

  private final PoliteFetcher fetcher;
  private final AnswerReader answers;
  private final SearchPlan plan;
  private final InstantSource clock;
  private final Map<String, HostPace> paces = new HashMap<>();

  /**
   * Where it went, what was read on the way, and in how many visits.
   *
   * @param weighed the pages that were read, the most probable first
   */
  public record FoundSuccessor(
      SuccessorOutcome outcome, List<SuccessorDecision.WeighedCandidate> weighed, int visits) {}

  public SuccessorFinder(
      PoliteFetcher fetcher, PageReader reader, SuccessorWeights weights, InstantSource clock) {
    this.fetcher = fetcher;
    this.answers = new AnswerReader(reader);
    this.plan = new SearchPlan(new SuccessorDecision(weights));
    this.clock = clock;
  }

  /** Visits at most {@code budget} addresses, besides robots.txt. */
  public FoundSuccessor find(RememberedPage old, int budget) throws InterruptedException {
    SuccessorSearch search = SuccessorSearch.begin(old);
    int visits = 0;
    for (Optional<SearchRequest> next = plan.next(search);
        next.isPresent() && visits < budget;
        next = plan.next(search)) {
      SearchRequest request = next.get();
      search = search.after(request, ask(request));
      visits++;
    }
    return new FoundSuccessor(plan.outcome(search), plan.weighed(search), visits);
  }

  private SearchAnswer ask(SearchRequest request) throws InterruptedException {
    WebUrl url = request.url();
    HostPace pace = paces.computeIfAbsent(url.origin(), _ -> HostPace.fresh(clock.instant()));
    Duration wait = Duration.between(clock.instant(), later(pace));
    if (wait.isPositive()) {
      Thread.sleep(wait);
    }
    PoliteVisit visit = fetcher.visit(wanted(request), pace);
    paces.put(url.origin(), visit.pace());
    return answers.read(request, visit.outcome());
  }

  /** Of a long sitemap the beginning is better than nothing. */
  private static FetchRequest wanted(SearchRequest request) {
    return request.step() == SearchStep.SITEMAP
        ? new FetchRequest(request.url(), Optional.empty(), OptionalInt.of(SITEMAP))
        : FetchRequest.of(request.url());
  }

  private static Instant later(HostPace pace) {
    return pace.breakerOpenUntil()
        .filter(pace.nextAllowedAt()::isBefore)
        .orElse(pace.nextAllowedAt());
  }
}
