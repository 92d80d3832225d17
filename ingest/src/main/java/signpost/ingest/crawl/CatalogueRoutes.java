package signpost.ingest.crawl;

import jakarta.inject.Singleton;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import signpost.ingest.listing.CatalogueStep;
import signpost.ingest.listing.ScheduleStep;

/** Looks at the catalogue's folder and at the schedules. The timers only tick. */
@Singleton
final class CatalogueRoutes extends RouteBuilder {
  private final CatalogueStep catalogue;
  private final ScheduleStep schedule;

  CatalogueRoutes(CatalogueStep catalogue, ScheduleStep schedule) {
    this.catalogue = catalogue;
    this.schedule = schedule;
  }

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        .log(LoggingLevel.ERROR, "${routeId} failed and is tried again: ${exception.message}");

    from("timer:catalogue?delay=0&period={{signpost.tick:1000}}")
        .routeId("catalogue-look")
        .process(_ -> catalogue.lookAgain());

    from("timer:schedule?delay=0&period={{signpost.tick:1000}}")
        .routeId("schedule-tick")
        .process(_ -> schedule.tick());
  }
}
