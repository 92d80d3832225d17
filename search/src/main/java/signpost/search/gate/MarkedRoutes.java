package signpost.search.gate;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the class says that answers an address, and which methods the address takes. */
@Singleton
public final class MarkedRoutes {
  private final Router router;

  MarkedRoutes(Router router) {
    this.router = router;
  }

  /**
   * How what answers a request is marked. Where several may, such as for a method that none of them
   * takes, all must be, and the one counts that lets in least.
   */
  Optional<ForAnyone> forAnyone(HttpRequest<?> request) {
    List<? extends RouteInfo<?>> answering = answering(request);
    List<ForAnyone> marks = answering.stream().flatMap(MarkedRoutes::mark).toList();
    return marks.size() == answering.size()
        ? marks.stream().min(Comparator.comparing(ForAnyone::programs))
        : Optional.empty();
  }

  /** The route that was chosen; where none was or it failed, those it would have been among. */
  private List<? extends RouteInfo<?>> answering(HttpRequest<?> request) {
    Optional<UriRouteInfo<?, ?>> chosen = chosen(request);
    if (chosen.isPresent()) {
      return List.of(chosen.get());
    }
    List<UriRouteInfo<Object, Object>> all =
        matches(request).stream().map(UriRouteMatch::getRouteInfo).sorted().toList();
    List<UriRouteInfo<Object, Object>> closest =
        all.stream().filter(it -> it.compareTo(all.getFirst()) == 0).toList();
    List<UriRouteInfo<Object, Object>> same =
        closest.stream().filter(it -> it.getHttpMethod() == request.getMethod()).toList();
    return same.isEmpty() ? closest : same;
  }

  private static Optional<UriRouteInfo<?, ?>> chosen(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .filter(UriRouteInfo.class::isInstance)
        .map(it -> (UriRouteInfo<?, ?>) it);
  }

  /** Whether programs ask what answers a request. */
  public boolean forPrograms(HttpRequest<?> request) {
    return forAnyone(request).filter(ForAnyone::programs).isPresent();
  }

  /** Whether programs read there; a program may also be one that only sends. */
  boolean isRead(HttpRequest<?> request) {
    return forPrograms(request)
        && (chosen(request).filter(it -> it.getHttpMethod() == HttpMethod.GET).isPresent()
            || matches(request).stream().anyMatch(it -> it.getHttpMethod() == HttpMethod.GET));
  }

  private static Stream<ForAnyone> mark(RouteInfo<?> route) {
    return Stream.ofNullable(route.getDeclaringType().getAnnotation(ForAnyone.class));
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
