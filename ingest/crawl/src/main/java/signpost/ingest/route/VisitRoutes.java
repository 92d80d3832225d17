package signpost.ingest.route;

import static signpost.ingest.route.Steps.is;
import static signpost.ingest.route.Steps.turn;
import static signpost.ingest.route.Steps.with;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.builder.RouteBuilder;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.Lease;
import signpost.ingest.listing.FollowStep;
import signpost.ingest.visit.FetchStep;
import signpost.ingest.visit.LeaseUse;
import signpost.ingest.visit.PageVisit;
import signpost.ingest.visit.ProbeVisit;
import signpost.ingest.visit.ReadStep;
import signpost.ingest.visit.RecordStep;
import signpost.ingest.visit.TargetProbes;
import signpost.ingest.visit.Visit;
import signpost.record.LoopHealth;
import signpost.record.TroubleCause;

/**
 * One visit, from lease to record: a route for each outcome, and one for probes. What is in a route
 * when the process dies comes back by itself: the frontier's lease expires.
 */
@Singleton
final class VisitRoutes extends RouteBuilder {
  static final String VISIT = "direct:visit";

  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final TargetProbes probes;
  private final FetchStep fetch;
  private final ReadStep read;
  private final RecordStep record;
  private final FollowStep follow;
  private final LoopHealth visits;
  private final IngestConfig config;

  VisitRoutes(
      TargetProbes probes,
      FetchStep fetch,
      ReadStep read,
      RecordStep record,
      FollowStep follow,
      @Named("visits") LoopHealth visits,
      IngestConfig config) {
    this.probes = probes;
    this.fetch = fetch;
    this.read = read;
    this.record = record;
    this.follow = follow;
    this.visits = visits;
    this.config = config;
  }

  @Override
  public void configure() {
    onException(Exception.class)
        .retryWhile(this::isWorthAnotherAttempt)
        .onRedelivery(exchange -> visits.failed(cause(exchange)))
        .redeliveryDelay(FIRST_PAUSE_MILLIS)
        .useExponentialBackOff()
        .maximumRedeliveryDelay(LONGEST_PAUSE_MILLIS)
        .logRetryAttempted(false)
        .logExhausted(false);

    ask();
    probe();
    fetch();
    answered();
    judged("visit-unread", Visit.Unread.class);
    judged("visit-unchanged", Visit.Unchanged.class);
    judged("visit-moved-on", Visit.MovedOn.class);
    judged("visit-refused", Visit.Refused.class);
    judged("visit-failed", Visit.Failed.class);
  }

  private void ask() {
    from(VISIT)
        .routeId("visit-ask")
        .process(turn(Lease.class, probes::asking))
        .choice()
        .when(is(LeaseUse.ForProbe.class))
        .to("direct:visit-probe")
        .otherwise()
        .to("direct:visit-fetch");
  }

  /** The target itself is neither judged nor compared. */
  private void probe() {
    from("direct:visit-probe")
        .routeId("visit-probe")
        .process(turn(LeaseUse.ForProbe.class, fetch::ask))
        .process(turn(ProbeVisit.class, read::read))
        .process(with(ProbeVisit.class, record::record));
  }

  private void fetch() {
    from("direct:visit-fetch")
        .routeId("visit-fetch")
        .process(turn(LeaseUse.ForTarget.class, fetch::fetch))
        .choice()
        .when(is(Visit.Answered.class))
        .to("direct:visit-answered")
        .when(is(Visit.Unread.class))
        .to("direct:visit-unread")
        .when(is(Visit.Unchanged.class))
        .to("direct:visit-unchanged")
        .when(is(Visit.MovedOn.class))
        .to("direct:visit-moved-on")
        .when(is(Visit.Refused.class))
        .to("direct:visit-refused")
        .otherwise()
        .to("direct:visit-failed");
  }

  private void answered() {
    from("direct:visit-answered")
        .routeId("visit-answered")
        .process(turn(Visit.Answered.class, read::read))
        .process(with(PageVisit.class, record::record))
        .process(with(PageVisit.class, follow::follow));
  }

  /** There is nothing to read, to compare or to follow. */
  private void judged(String name, Class<? extends Visit> type) {
    from("direct:" + name).routeId(name).process(with(type, record::record));
  }

  /**
   * What is in hand when the database goes is not lost: the step that failed is made again, for as
   * long as nobody else may have the page.
   */
  private boolean isWorthAnotherAttempt(Exchange exchange) {
    return TroubleCause.of(cause(exchange)).isPassing()
        && exchange.getClock().elapsed() < config.lease().toMillis();
  }

  private static Throwable cause(Exchange exchange) {
    return exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
  }
}
