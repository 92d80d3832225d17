package signpost.web.fetch;

import signpost.url.WebUrl;

/**
 * Turns the outcome of another URL (a robots.txt, or the target of a redirect) into the outcome of
 * the requested page, and keeps the URL where it happened.
 */
public final class ReaddressedOutcome {
  private ReaddressedOutcome() {}

  public static FetchOutcome to(WebUrl url, FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Answered o ->
          new FetchOutcome.Answered(
              url, o.finalUrl(), o.status(), o.hops(), o.headers(), o.body(), o.took());
      case FetchOutcome.NotModified o ->
          new FetchOutcome.NotModified(url, o.finalUrl(), o.hops(), o.headers(), o.took());
      case FetchOutcome.TooManyRedirects o ->
          new FetchOutcome.TooManyRedirects(url, o.hops(), o.loop(), o.took());
      case FetchOutcome.DnsFailure o ->
          new FetchOutcome.DnsFailure(url, o.at(), o.kind(), o.detail(), o.took());
      case FetchOutcome.ConnectFailure o ->
          new FetchOutcome.ConnectFailure(url, o.at(), o.kind(), o.detail(), o.took());
      case FetchOutcome.TlsFailure o ->
          new FetchOutcome.TlsFailure(url, o.at(), o.kind(), o.detail(), o.took());
      case FetchOutcome.TimedOut o -> new FetchOutcome.TimedOut(url, o.at(), o.detail(), o.took());
      case FetchOutcome.ConnectionLost o ->
          new FetchOutcome.ConnectionLost(url, o.at(), o.detail(), o.took());
      case FetchOutcome.TooLarge o -> new FetchOutcome.TooLarge(url, o.limit(), o.took());
      case FetchOutcome.RefusedByRobots o ->
          new FetchOutcome.RefusedByRobots(url, o.rule(), o.took());
      case FetchOutcome.RefusedByPublisher o ->
          new FetchOutcome.RefusedByPublisher(url, o.entry(), o.took());
      case FetchOutcome.RefusedByGuard o ->
          new FetchOutcome.RefusedByGuard(url, o.reason(), o.took());
      case FetchOutcome.InvalidUrl o ->
          new FetchOutcome.InvalidUrl(url, o.input(), o.reason(), o.took());
    };
  }
}
