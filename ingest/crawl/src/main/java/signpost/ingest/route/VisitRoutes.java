package signpost.ingest.route;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.Lease;
import signpost.ingest.listing.FollowStep;
import signpost.ingest.visit.FetchStep;
import signpost.ingest.visit.ReadStep;
import signpost.ingest.visit.RecordStep;
import signpost.ingest.visit.Visit;
import signpost.record.LoopHealth;
import signpost.record.TroubleCause;

/**
 * One visit, from URL to record. What is in a route when the process dies comes back by itself: the
 * frontier's lease expires.
 */
@Singleton
final class VisitRoutes extends RouteBuilder {
  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final FetchStep fetch;
  private final ReadStep read;
  private final RecordStep record;
  private final FollowStep follow;
  private final LoopHealth visits;
  private final IngestConfig config;

  VisitRoutes(
      FetchStep fetch,
      ReadStep read,
      RecordStep record,
      FollowStep follow,
      @Named("visits") LoopHealth visits,
      IngestConfig config) {
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

    from("direct:visit")
        .routeId("visit-fetch")
        .process(fetched())
        .choice()
        .when(is(Media.HTML))
        .to("direct:read-html")
        .when(is(Media.DOCUMENT))
        .to("direct:read-document")
        .otherwise()
        .to("direct:record");

    from("direct:read-html").routeId("visit-read-html").process(readIt()).to("direct:record");

    from("direct:read-document")
        .routeId("visit-read-document")
        .process(readIt())
        .to("direct:record");

    from("direct:record").routeId("visit-record").process(recorded()).process(followed());
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

  private Processor fetched() {
    return exchange -> {
      Lease lease = exchange.getMessage().getMandatoryBody(Lease.class);
      exchange.getMessage().setBody(fetch.fetch(lease));
    };
  }

  private Processor readIt() {
    return exchange -> {
      Visit visit = exchange.getMessage().getMandatoryBody(Visit.class);
      exchange.getMessage().setBody(read.read(visit));
    };
  }

  private Processor recorded() {
    return exchange -> record.record(exchange.getMessage().getMandatoryBody(Visit.class));
  }

  private Processor followed() {
    return exchange -> follow.follow(exchange.getMessage().getMandatoryBody(Visit.class));
  }

  private static Predicate is(Media media) {
    return exchange -> Media.of(exchange.getMessage().getBody(Visit.class)) == media;
  }
}
