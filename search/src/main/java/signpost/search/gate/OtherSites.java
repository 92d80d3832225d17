package signpost.search.gate;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of any site read what is for programs (CORS, as the Fetch standard has it), without
 * cookies or tokens, and nothing else.
 */
@ServerFilter("/**")
@Order(Ordered.LOWEST_PRECEDENCE)
final class OtherSites {
  private static final String ANY = "*";
  private static final String DAY = "86400";

  private final boolean wanted;
  private final MarkedRoutes routes;
  private final OpsAddress address;

  OtherSites(MarkedRoutes routes, OpsAddress address, OtherSitesConfig config) {
    this.wanted = config.otherSites();
    this.routes = routes;
    this.address = address;
  }

  /** Says what an address takes, and to a page before it asks that it may. */
  @RequestFilter
  @Nullable HttpResponse<?> preflight(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.OPTIONS || !routes.isRead(request)) {
      return null;
    }
    String methods = routes.allowed(request);
    MutableHttpResponse<?> answer = HttpResponse.noContent().header("allow", methods);
    if (isOpen(request) && request.getHeaders().contains("access-control-request-method")) {
      answer
          .header("access-control-allow-origin", ANY)
          .header("access-control-allow-methods", methods)
          .header("access-control-allow-headers", ANY)
          .header("access-control-max-age", DAY);
    }
    return answer;
  }

  @ResponseFilter
  void open(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (PublicAnswers.isReading(request) && isOpen(request)) {
      response.header("access-control-allow-origin", ANY);
      response.header("access-control-expose-headers", "etag");
      response.header("cross-origin-resource-policy", "cross-origin");
    }
  }

  /** Nobody who is known, nothing at the management address, and nothing where it is not wanted. */
  private boolean isOpen(HttpRequest<?> request) {
    return wanted
        && !address.received(request)
        && PublicAnswers.isStranger(request)
        && routes.isRead(request);
  }
}
