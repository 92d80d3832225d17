package signpost.ingest;

import java.util.Optional;
import java.util.function.Supplier;
import signpost.trace.OpenSpan;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;
import signpost.trace.Traces;
import signpost.url.UrlSecrets;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.Fetcher;

/** Shows whatever is asked of the web in the trace of the visit for which it is asked. */
final class TracedFetcher implements Fetcher {
  private final Fetcher fetcher;
  private final Traces traces;

  TracedFetcher(Fetcher fetcher, Traces traces) {
    this.fetcher = fetcher;
    this.traces = traces;
  }

  @Override
  public FetchOutcome fetch(FetchRequest request) {
    return fetch(request, _ -> Optional.empty());
  }

  @Override
  public FetchOutcome fetch(FetchRequest request, HopRule rule) {
    return traces.in(
        get(request.url()),
        span -> noted(span, fetcher.fetch(request, next -> led(span, next, rule))));
  }

  private static Supplier<SpanPlan> get(WebUrl url) {
    return () ->
        SpanPlan.of("GET", SpanRole.CLIENT, new SpanParent.CurrentWork())
            .with("http.request.method", "GET")
            .with("url.full", UrlSecrets.hidden(url))
            .with("server.address", url.host())
            .with("server.port", url.port());
  }

  private static Optional<FetchOutcome> led(OpenSpan span, WebUrl next, HopRule rule) {
    span.happened("redirect", () -> UrlSecrets.hidden(next));
    return rule.ending(next);
  }

  private static FetchOutcome noted(OpenSpan span, FetchOutcome outcome) {
    switch (outcome) {
      case FetchOutcome.Answered it -> answered(span, it.status());
      case FetchOutcome.NotModified _ -> answered(span, 304);
      case FetchOutcome.TooManyRedirects _,
          FetchOutcome.InvalidUrl _,
          FetchOutcome.TooLarge _,
          FetchOutcome.RefusedByRobots _,
          FetchOutcome.RefusedByPublisher _,
          FetchOutcome.RefusedByGuard _,
          FetchOutcome.DnsFailure _,
          FetchOutcome.ConnectFailure _,
          FetchOutcome.TlsFailure _,
          FetchOutcome.TimedOut _,
          FetchOutcome.ConnectionLost _ ->
          span.failed(outcome.getClass().getSimpleName());
    }
    return outcome;
  }

  private static void answered(OpenSpan span, int status) {
    span.note("http.response.status_code", status);
    if (status >= 400) {
      span.failed(Integer.toString(status));
    }
  }
}
