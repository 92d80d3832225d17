package signpost.search.gate;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.http.access.CallerAccess;
import signpost.http.access.RequestOrigin;
import signpost.search.account.Role;
import signpost.search.account.TokenScope;

/**
 * Shows what is for ops to whoever asks at the management address, and to whoever signs in. What
 * needs it is said by the page's own class, never by how an address is spelt.
 */
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OpsGate {
  private static final String FOR_OPS = "These pages are for the people who run Signpost.";

  private final OpsAddress address;
  private final VisitorCheck visitors;
  private final SignInChoice choice;
  private final KnownSites sites;
  private final SafeWay way;

  OpsGate(
      OpsAddress address,
      VisitorCheck visitors,
      SignInChoice choice,
      KnownSites sites,
      SafeWay way) {
    this.way = way;
    this.address = address;
    this.visitors = visitors;
    this.choice = choice;
    this.sites = sites;
  }

  /** What a page needs. */
  private record PageNeed(Role role, TokenScope scope) {}

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    boolean near = address.received(request);
    if (near && !sites.isManagement(RequestOrigin.of(request.getHeaders()::get))) {
      return refused(
          HttpStatus.FORBIDDEN,
          "This address does not go by that name. Set signpost.ops.url to where you reach it.");
    }
    return switch (visitors.of(request, near && address.isLoopback())) {
      case VisitorCheck.Known(Visitor visitor) -> pass(request, visitor);
      case VisitorCheck.TooManyGuesses(long seconds) ->
          refused(HttpStatus.TOO_MANY_REQUESTS, "Too many guesses were wrong. Try again later.")
              .header("Retry-After", Long.toString(seconds));
    };
  }

  private @Nullable HttpResponse<?> pass(HttpRequest<?> request, Visitor visitor) {
    visitor.note(request);
    if (visitor.may(Role.OPERATOR, TokenScope.METRICS)) {
      CallerAccess.letIn(request);
    }
    Optional<PageNeed> need = need(request);
    if (need.filter(it -> !visitor.may(it.role(), it.scope())).isEmpty()) {
      return null;
    }
    return visitor.actor().isKnown() ? tooLittle(need.get(), visitor) : stranger(request);
  }

  /** Everything that Micronaut adds for whoever runs a server, but whether it is up. */
  private static Optional<PageNeed> need(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .map(RouteInfo::getDeclaringType)
        .flatMap(OpsGate::need);
  }

  private static Optional<PageNeed> need(Class<?> page) {
    ForOps marked = page.getAnnotation(ForOps.class);
    if (marked != null) {
      return Optional.of(new PageNeed(marked.role(), marked.scope()));
    }
    return page.isAnnotationPresent(Endpoint.class) && page != HealthEndpoint.class
        ? Optional.of(new PageNeed(Role.OPERATOR, TokenScope.METRICS))
        : Optional.empty();
  }

  static boolean isForOps(HttpRequest<?> request) {
    return need(request).isPresent();
  }

  private static HttpResponse<?> tooLittle(PageNeed need, Visitor visitor) {
    return refused(
        HttpStatus.FORBIDDEN,
        "You are signed in, and this is for whoever is "
            + need.role().wire()
            + ". Whoever runs Signpost can say that you are."
            + (visitor.address().isPresent() ? " Your own page is at /yours." : ""));
  }

  private HttpResponse<?> stranger(HttpRequest<?> request) {
    if (choice.isThere() && isBrowser(request) && way.keeps(request)) {
      String to = URLEncoder.encode(request.getUri().toString(), StandardCharsets.UTF_8);
      return HttpResponse.seeOther(URI.create("/sign-in?to=" + to));
    }
    if (choice.isThere() && !way.carries(request)) {
      return refused(HttpStatus.FORBIDDEN, FOR_OPS + " " + SafeWay.NOT_SAFE);
    }
    return choice.hasPassword()
        ? refused(HttpStatus.UNAUTHORIZED, FOR_OPS)
            .header("WWW-Authenticate", "Basic realm=\"Signpost ops\", charset=\"UTF-8\"")
        : refused(
            HttpStatus.FORBIDDEN,
            FOR_OPS
                + " They answer at the address that was printed when it started, or here once"
                + " somebody has an account, or signpost.ops.password is set.");
  }

  /** Somebody who opens a page; who sends a form is not sent elsewhere with it. */
  private static boolean isBrowser(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET
        && request.getHeaders().get("accept", String.class, "").contains("text/html");
  }

  private static MutableHttpResponse<?> refused(HttpStatus status, String why) {
    return HttpResponse.status(status).contentType("text/plain;charset=utf-8").body(why);
  }
}
