package signpost.web.politeness;

import java.time.Duration;
import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.Fetcher;

/**
 * Asks nobody who asked to be left alone, for a page, a robots.txt or anything else, and does not
 * follow a redirect to them.
 */
public final class ConsentingFetcher implements Fetcher {
  private final Fetcher fetcher;
  private final OptOutList optOuts;

  public ConsentingFetcher(Fetcher fetcher, OptOutList optOuts) {
    this.fetcher = fetcher;
    this.optOuts = optOuts;
  }

  @Override
  public FetchOutcome fetch(FetchRequest request) {
    return fetch(request, _ -> Optional.empty());
  }

  @Override
  public FetchOutcome fetch(FetchRequest request, HopRule rule) {
    WebUrl url = request.url();
    return refusal(url, url)
        .orElseGet(
            () -> fetcher.fetch(request, next -> refusal(url, next).or(() -> rule.ending(next))));
  }

  private Optional<FetchOutcome> refusal(WebUrl requested, WebUrl next) {
    return optOuts
        .covering(next)
        .map(entry -> new FetchOutcome.RefusedByPublisher(requested, entry, Duration.ZERO));
  }
}
