package signpost.search.gate;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the class says that answers an address, and which methods the address takes. */
@Singleton
public final class MarkedRoutes {
  private final Router router;

  MarkedRoutes(Router router) {
    this.router = router;
  }

  /** How what answers a request is marked, whichever method it comes with. */
  Optional<ForAnyone> forAnyone(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .flatMap(MarkedRoutes::mark)
        .or(() ->
            matches(request).stream()
                .map(UriRouteMatch::getRouteInfo)
                .flatMap(it -> mark(it).stream())
                .findFirst());
  }

  /** Whether programs ask what answers a request. */
  boolean forPrograms(HttpRequest<?> request) {
    return forAnyone(request).filter(ForAnyone::programs).isPresent();
  }

  /** Whether programs read there; a program may also be one that only sends. */
  boolean isRead(HttpRequest<?> request) {
    return forPrograms(request)
        && matches(request).stream().anyMatch(it -> it.getHttpMethod() == HttpMethod.GET);
  }

  private static Optional<ForAnyone> mark(RouteInfo<?> route) {
    return Optional.ofNullable(route.getDeclaringType().getAnnotation(ForAnyone.class));
  }

  /** The methods an address takes, as {@code Allow} lists them (RFC 9110, section 10.2.1). */
  public String allowed(HttpRequest<?> request) {
    TreeSet<String> methods = new TreeSet<>();
    matches(request).forEach(it -> methods.add(it.getRouteInfo().getHttpMethodName()));
    if (methods.contains(HttpMethod.GET.name())) {
      methods.add(HttpMethod.HEAD.name());
      if (forPrograms(request)) {
        methods.add(HttpMethod.OPTIONS.name());
      }
    }
    return String.join(", ", methods);
  }

  private List<UriRouteMatch<Object, Object>> matches(HttpRequest<?> request) {
    return router.findAny(request);
  }
}
