package signpost.bench.year;

import java.util.Optional;
import signpost.bench.year.SimulatedOutage.OutageKind;
import signpost.events.GoneKind;
import signpost.web.health.Observation;

/** What one visit sees of a trouble. */
final class VisitView {
  private static final Observation WELL =
      new Observation.TargetWorks("GET: 200 OK", Optional.empty(), Optional.empty());
  private static final Observation ELSEWHERE =
      new Observation.TargetWorks(
          "GET: 200 OK", Optional.of("https://elsewhere.example/new"), Optional.empty());
  private static final Observation NOT_FOUND_PAGE =
      new Observation.TargetWorks(
          "GET: 200 OK",
          Optional.empty(),
          Optional.of(
              new Observation.PageEnded(
                  GoneKind.SOFT_404, "the site's “not found” page", Optional.empty())));

  private VisitView() {}

  static Observation of(Optional<SimulatedOutage> trouble) {
    return trouble.map(SimulatedOutage::kind).map(VisitView::of).orElse(WELL);
  }

  private static Observation of(OutageKind kind) {
    return kind.failure()
        .<Observation>map(failure -> new Observation.TargetFails("GET: " + failure, failure))
        .orElseGet(() -> unfailing(kind));
  }

  private static Observation unfailing(OutageKind kind) {
    return switch (kind) {
      case WALL -> new Observation.WalledTarget("GET: 403 Forbidden", "a bot wall", true);
      case RATE_LIMIT -> new Observation.WalledTarget("GET: 429 Too Many Requests", "429", false);
      case MOVE -> ELSEWHERE;
      case SOFT_404 -> NOT_FOUND_PAGE;
      case SERVER_ERRORS,
          TIMEOUTS,
          REFUSED,
          DNS_TROUBLE,
          DEPLOYMENT_404,
          GLITCH_404,
          SECTION_404,
          REBUILT_404,
          DEPLOYMENT_500,
          MAINTENANCE,
          FLAPPING,
          TLS_EXPIRED,
          HOST_GONE,
          PAGE_404,
          PAGE_410,
          OUR_NETWORK ->
          throw new IllegalStateException(kind + " is a failure");
    };
  }
}
