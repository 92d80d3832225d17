package signpost.ingest.route;

import java.util.function.Supplier;
import signpost.ingest.frontier.Lease;
import signpost.ingest.visit.PageVisit;
import signpost.ingest.visit.ProbeVisit;
import signpost.ingest.visit.Visit;
import signpost.trace.OpenSpan;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;
import signpost.url.UrlSecrets;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;

/** A visit as the beginning of a trace: all that comes of it belongs to it. */
final class VisitSpan {
  private VisitSpan() {}

  /** What is known when a URL is leased: what it is watched for says when it is due. */
  static Supplier<SpanPlan> of(Lease lease) {
    return () -> {
      WebUrl url = lease.url().url();
      return SpanPlan.of("visit", SpanRole.INTERNAL, new SpanParent.NewTrace())
          .with("url.full", UrlSecrets.hidden(url))
          .with("server.address", url.host())
          .with("signpost.host", lease.host())
          .with("signpost.target.kind", lease.kind().name())
          .with("signpost.target.crawled", lease.crawled());
    };
  }

  /** What came of it, as its route leaves it. */
  static void note(OpenSpan span, Object done) {
    switch (done) {
      case Visit it -> became(span, "target", it.outcome());
      case PageVisit it -> became(span, "target", it.visit().outcome());
      case ProbeVisit it -> {
        became(span, "probe", it.outcome());
        span.note("signpost.probe", it.probe().getClass().getSimpleName());
      }
      default -> throw new IllegalStateException("a visit ended as " + done.getClass());
    }
  }

  private static void became(OpenSpan span, String asked, FetchOutcome outcome) {
    span.note("signpost.asked", asked);
    span.note("signpost.outcome", outcome.getClass().getSimpleName());
    if (outcome instanceof FetchOutcome.Answered answer) {
      span.note("http.response.status_code", answer.status());
    }
  }
}
