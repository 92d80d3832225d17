package signpost.successor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.successor.HostPaces.HostTurn;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchRequest;
import signpost.web.politeness.HostPace;
import signpost.web.politeness.PoliteFetcher;
import signpost.web.politeness.PoliteFetcher.PoliteVisit;

/**
 * Asks one address after another, each when its host's turn has come, and counts for each site what
 * it answered. For one search; not thread-safe.
 */
public final class PacedFetcher {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final PoliteFetcher fetcher;
  private final HostPaces paces;
  private final Map<String, AskedSite> sites = new HashMap<>();

  /**
   * What came of asking one site.
   *
   * @param answered how many requests it answered, be it that there is no such page
   * @param unheard how many were wanted and say nothing: throttled, refused, failed, or without a
   *     turn
   */
  public record AskedSite(int answered, int unheard) {
    static final AskedSite NEW = new AskedSite(0, 0);

    /** Whether all that was wanted of it is known. */
    public boolean isHeard() {
      return answered > 0 && unheard == 0;
    }

    AskedSite and(boolean answer) {
      return answer ? new AskedSite(answered + 1, unheard) : new AskedSite(answered, unheard + 1);
    }
  }

  public PacedFetcher(PoliteFetcher fetcher, HostPaces paces) {
    this.fetcher = fetcher;
    this.paces = paces;
  }

  /** What came of a visit; empty where the host wants to be left alone. */
  public Optional<FetchOutcome> visit(FetchRequest request) throws InterruptedException {
    Optional<HostTurn> turn = paces.turn(request.url().origin());
    Optional<FetchOutcome> outcome = turn.map(it -> visit(request, it));
    boolean answer = outcome.filter(PacedFetcher::isAnswer).isPresent();
    sites.merge(request.url().bareHost(), AskedSite.NEW.and(answer), (all, _) -> all.and(answer));
    return outcome;
  }

  /** What came of asking the site of an address; "www." makes no other. */
  public AskedSite asked(WebUrl url) {
    return sites.getOrDefault(url.bareHost(), AskedSite.NEW);
  }

  private static boolean isAnswer(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Answered it ->
          it.status() < SERVER_ERROR && it.status() != TOO_MANY_REQUESTS;
      case FetchOutcome.NotModified _,
          FetchOutcome.TooManyRedirects _,
          FetchOutcome.TooLarge _,
          FetchOutcome.InvalidUrl _ ->
          true;
      case FetchOutcome.DnsFailure _,
          FetchOutcome.ConnectFailure _,
          FetchOutcome.TlsFailure _,
          FetchOutcome.TimedOut _,
          FetchOutcome.ConnectionLost _ ->
          outcome.elsewhere();
      case FetchOutcome.RefusedByRobots _,
          FetchOutcome.RefusedByPublisher _,
          FetchOutcome.RefusedByGuard _ ->
          false;
    };
  }

  private FetchOutcome visit(FetchRequest request, HostTurn turn) {
    HostPace after = turn.pace();
    try {
      PoliteVisit visit = fetcher.visit(request, after);
      after = visit.pace();
      return visit.outcome();
    } finally {
      turn.end(after);
    }
  }

  /** The sitemaps that a host names in its robots.txt, as far as it was read. */
  List<WebUrl> sitemaps(WebUrl url) {
    return fetcher.sitemaps(url);
  }
}
