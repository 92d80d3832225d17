package signpost.search.gate;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import org.jspecify.annotations.Nullable;
import signpost.http.access.CallerAccess;
import signpost.http.access.RequestOrigin;

/**
 * Shows what is for ops to whoever asks at the management address, and to whoever signs in. What
 * needs it is said by the page's own class, never by how an address is spelt.
 */
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OpsGate {
  private final OpsAddress address;
  private final OpsPassword password;
  private final KnownSites sites;

  OpsGate(OpsAddress address, OpsPassword password, KnownSites sites) {
    this.address = address;
    this.password = password;
    this.sites = sites;
  }

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    RequestOrigin asker = RequestOrigin.of(request.getHeaders()::get);
    boolean near = address.received(request);
    if (near && !sites.isManagement(asker)) {
      return refused(
          HttpStatus.FORBIDDEN,
          "This address does not go by that name. Set signpost.ops.url to where you reach it.");
    }
    if ((near && address.isLoopback())
        || asker.authorization().filter(password::isGivenIn).isPresent()) {
      CallerAccess.letIn(request);
      return null;
    }
    return isForOps(request) ? stranger() : null;
  }

  /** Everything that Micronaut adds for whoever runs a server, but whether it is up. */
  static boolean isForOps(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .map(RouteInfo::getDeclaringType)
        .filter(page ->
            page.isAnnotationPresent(ForOps.class)
                || (page.isAnnotationPresent(Endpoint.class) && page != HealthEndpoint.class))
        .isPresent();
  }

  private HttpResponse<?> stranger() {
    return password.isSet()
        ? refused(HttpStatus.UNAUTHORIZED, "These pages are for the people who run Signpost.")
            .header("WWW-Authenticate", "Basic realm=\"Signpost ops\", charset=\"UTF-8\"")
        : refused(
            HttpStatus.FORBIDDEN,
            "These pages are for the people who run Signpost. They answer at the address that was"
                + " printed when it started, or here once signpost.ops.password is set.");
  }

  private static MutableHttpResponse<?> refused(HttpStatus status, String why) {
    return HttpResponse.status(status).contentType("text/plain;charset=utf-8").body(why);
  }
}
