package signpost.record.camel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/** What the meters say of each route, in the order in which the routes were written. */
@Singleton
@Requires(beans = CamelContext.class)
@SerdeImport(RouteFigure.class)
public final class RouteFigures {
  private static final String TIMER = "camel.route.policy";
  private static final String FAILED = "camel.exchanges.failed";
  private static final String ROUTE = "routeId";

  private final CamelContext camel;
  private final MeterRegistry meters;

  RouteFigures(CamelContext camel, MeterRegistry meters) {
    this.camel = camel;
    this.meters = meters;
  }

  /** All routes, those too that nothing has gone through yet. */
  public List<RouteFigure> all() {
    return camel.getRoutes().stream().map(Route::getRouteId).map(this::of).toList();
  }

  private RouteFigure of(String route) {
    Optional<Timer> timer = Optional.ofNullable(meters.find(TIMER).tag(ROUTE, route).timer());
    Optional<Counter> failed = Optional.ofNullable(meters.find(FAILED).tag(ROUTE, route).counter());
    return new RouteFigure(
        route,
        timer.map(Timer::count).orElse(0L),
        failed.map(it -> Math.round(it.count())).orElse(0L),
        timer.map(it -> it.mean(TimeUnit.MILLISECONDS)).orElse(0.0));
  }
}
