package signpost.ingest.crawl;

import jakarta.inject.Singleton;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import signpost.ingest.frontier.Lease;
import signpost.ingest.listing.FollowStep;
import signpost.ingest.visit.FetchStep;
import signpost.ingest.visit.ReadStep;
import signpost.ingest.visit.RecordStep;
import signpost.ingest.visit.Visit;

/**
 * One visit, from URL to record. What is in a route when the process dies comes back by itself: the
 * frontier's lease expires.
 */
@Singleton
final class VisitRoutes extends RouteBuilder {
  private final FetchStep fetch;
  private final ReadStep read;
  private final RecordStep record;
  private final FollowStep follow;

  VisitRoutes(FetchStep fetch, ReadStep read, RecordStep record, FollowStep follow) {
    this.fetch = fetch;
    this.read = read;
    this.record = record;
    this.follow = follow;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());

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
