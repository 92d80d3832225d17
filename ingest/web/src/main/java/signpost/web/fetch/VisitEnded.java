package signpost.web.fetch;

import java.time.Duration;
import signpost.url.WebUrl;

/** Carries the outcome of a visit that cannot go on up to where outcomes are given back. */
final class VisitEnded extends Exception {
  private final transient OutcomeMaker ending;

  /** The outcome, once the visit's URL and duration are known. */
  @FunctionalInterface
  interface OutcomeMaker {
    FetchOutcome outcome(WebUrl requested, Duration took);
  }

  VisitEnded(OutcomeMaker ending) {
    super(null, null, false, false);
    this.ending = ending;
  }

  FetchOutcome outcome(WebUrl requested, Duration took) {
    return ending.outcome(requested, took);
  }

  static VisitEnded refused(String reason) {
    return new VisitEnded((url, took) -> new FetchOutcome.RefusedByGuard(url, reason, took));
  }

  static VisitEnded dns(FetchOutcome.DnsFailure.DnsFailureKind kind, String detail) {
    return new VisitEnded((url, took) -> new FetchOutcome.DnsFailure(url, kind, detail, took));
  }

  static VisitEnded connect(FetchOutcome.ConnectFailure.ConnectFailureKind kind, String detail) {
    return new VisitEnded((url, took) -> new FetchOutcome.ConnectFailure(url, kind, detail, took));
  }

  static VisitEnded tls(FetchOutcome.TlsFailure.TlsFailureKind kind, String detail) {
    return new VisitEnded((url, took) -> new FetchOutcome.TlsFailure(url, kind, detail, took));
  }

  static VisitEnded timedOut(String detail) {
    return new VisitEnded((url, took) -> new FetchOutcome.TimedOut(url, detail, took));
  }

  static VisitEnded lost(String detail) {
    return new VisitEnded((url, took) -> new FetchOutcome.ConnectionLost(url, detail, took));
  }

  static VisitEnded tooLarge(long limit) {
    return new VisitEnded((url, took) -> new FetchOutcome.TooLarge(url, limit, took));
  }
}
