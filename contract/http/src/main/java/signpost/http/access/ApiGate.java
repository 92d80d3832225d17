package signpost.http.access;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps this server for our own modules and for ops; whether it is up it tells everybody. */
@Context
@Requires(property = "signpost.module", notEquals = "search") // its gate knows pages, too
@ServerFilter("/**")
final class ApiGate {
  private final ApiDoor door;

  ApiGate(
      @Value("${signpost.module}") String module,
      @Value("${micronaut.server.host:}") String host,
      @Value("${signpost.api.token:}") String token) {
    this.door = ApiDoor.at(module, host, token);
  }

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    Optional<String> refusal = door.refuses(RequestOrigin.of(request.getHeaders()::get));
    if (refusal.isEmpty()) {
      CallerAccess.letIn(request);
      return null;
    }
    return isHealth(request)
        ? null
        : HttpResponse.status(HttpStatus.FORBIDDEN)
            .contentType("text/plain;charset=utf-8")
            .body(refusal.get());
  }

  private static boolean isHealth(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .filter(route -> route.getDeclaringType() == HealthEndpoint.class)
        .isPresent();
  }
}
