package signpost.successor;

import java.util.List;
import java.util.Optional;
import signpost.successor.HostPaces.HostTurn;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchRequest;
import signpost.web.politeness.HostPace;
import signpost.web.politeness.PoliteFetcher;
import signpost.web.politeness.PoliteFetcher.PoliteVisit;

/** Asks one address after another, each when its host's turn has come. */
public final class PacedFetcher {
  private final PoliteFetcher fetcher;
  private final HostPaces paces;

  public PacedFetcher(PoliteFetcher fetcher, HostPaces paces) {
    this.fetcher = fetcher;
    this.paces = paces;
  }

  /** What came of a visit; empty where the host wants to be left alone. */
  public Optional<FetchOutcome> visit(FetchRequest request) throws InterruptedException {
    Optional<HostTurn> turn = paces.turn(request.url().origin());
    return turn.map(it -> visit(request, it));
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
