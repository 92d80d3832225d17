package signpost.record.camel;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.reactivestreams.Publisher;

/** Whether each route is started: one that is not takes nothing in. */
@Singleton
@Requires(beans = CamelContext.class)
final class RouteHealth implements HealthIndicator {
  private final CamelContext camel;

  RouteHealth(CamelContext camel) {
    this.camel = camel;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    Map<String, String> states = new TreeMap<>();
    for (Route route : camel.getRoutes()) {
      states.put(route.getRouteId(), status(route).name());
    }
    boolean up = camel.getRoutes().stream().allMatch(it -> status(it).isStarted());
    return Publishers.just(
        HealthResult.builder("routes", up ? HealthStatus.UP : HealthStatus.DOWN)
            .details(states)
            .build());
  }

  private ServiceStatus status(Route route) {
    return camel.getRouteController().getRouteStatus(route.getRouteId());
  }
}
