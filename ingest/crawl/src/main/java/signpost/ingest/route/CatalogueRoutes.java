package signpost.ingest.route;

import jakarta.inject.Singleton;
import org.apache.camel.builder.RouteBuilder;
import signpost.ingest.listing.CatalogueStep;
import signpost.ingest.listing.ScheduleStep;

/** Looks at the catalogue's folder and at the schedules, whenever it is woken. */
@Singleton
final class CatalogueRoutes extends RouteBuilder {
  static final String CATALOGUE = "direct:catalogue";
  static final String SCHEDULE = "direct:schedule";

  private final CatalogueStep catalogue;
  private final ScheduleStep schedule;

  CatalogueRoutes(CatalogueStep catalogue, ScheduleStep schedule) {
    this.catalogue = catalogue;
    this.schedule = schedule;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler()); // Whoever wakes a route sees its failure and tries again.

    from(CATALOGUE).routeId("catalogue-look").process(_ -> catalogue.lookAgain());

    from(SCHEDULE).routeId("schedule-tick").process(_ -> schedule.tick());
  }
}
