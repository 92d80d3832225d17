package signpost.ingest.route;

import static signpost.ingest.route.Steps.with;

import jakarta.inject.Singleton;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import signpost.ingest.listing.CatalogueStep;
import signpost.ingest.listing.ScheduleStep;
import signpost.ingest.registration.RegistrationStep;

/**
 * What is done at every {@code signpost.tick}: the catalogue's folder is looked at, the guides' and
 * sources' own cron lines are held against the clock, and registries are asked about names. {@link
 * RouteWaker} wakes these routes; whether there is anything to do is for their steps to say.
 */
@Singleton
final class ScheduleRoutes extends RouteBuilder {
  /** All that is woken. */
  static final List<Tick> TICKS =
      List.of(
          new Tick("catalogue", "direct:catalogue", "Reading the catalogue"),
          new Tick("schedules", "direct:schedules", "Looking at the schedules"),
          new Tick("registrations", "direct:registrations", "Asking registries about names"));

  /** A loop of the supervisor, the route it wakes, and what it is said to be doing. */
  record Tick(String loop, String route, String doing) {}

  private final CatalogueStep catalogue;
  private final ScheduleStep schedules;
  private final RegistrationStep registrations;

  ScheduleRoutes(CatalogueStep catalogue, ScheduleStep schedules, RegistrationStep registrations) {
    this.catalogue = catalogue;
    this.schedules = schedules;
    this.registrations = registrations;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler()); // Whoever wakes a route sees its failure and tries again.

    from("direct:catalogue").routeId("catalogue-look").process(_ -> catalogue.lookAgain());

    from("direct:schedules")
        .routeId("schedule-look")
        .setBody(_ -> schedules.fired())
        .split(body())
        .stopOnException()
        .to("direct:schedule-fire");

    from("direct:schedule-fire")
        .routeId("schedule-fire")
        .process(with(ScheduleStep.Fired.class, schedules::fire));

    from("direct:registrations")
        .routeId("registration-look")
        .process(_ -> registrations.lookAgain());
  }
}
