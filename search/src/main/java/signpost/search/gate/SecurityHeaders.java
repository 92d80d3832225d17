package signpost.search.gate;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import signpost.http.access.RequestOrigin;

/** What every answer tells the browser not to do, and whose forms we take. */
@ServerFilter("/**")
final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Set<String> ONE_CLICK = Set.of("/unsubscribe", "/unfollow");

  private final KnownSites sites;
  private final OpsAddress address;
  private final MarkedRoutes routes;

  SecurityHeaders(KnownSites sites, OpsAddress address, MarkedRoutes routes) {
    this.routes = routes;
    this.sites = sites;
    this.address = address;
  }

  /** A form counts only when it was sent from one of our own pages. */
  @RequestFilter
  @Nullable HttpResponse<?> refuseForeignForms(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.POST || isOneClick(request) || isOurs(request)) {
      return null;
    }
    if (routes.forPrograms(request)) {
      return ProblemResponse.response(
          HttpStatus.FORBIDDEN,
          "A page of another site may not send this. If the page is yours, whoever runs Signpost has"
              + " to set signpost.public-url to the address that browsers show.",
          Optional.empty());
    }
    return HttpResponse.status(HttpStatus.FORBIDDEN)
        .contentType("text/plain")
        .body(
            "This form was not sent from one of our pages. If it was, whoever runs Signpost has to"
                + " set signpost.public-url to the address that browsers show.");
  }

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    HttpHeaders given = response.getHeaders();
    if (!given.contains("content-security-policy")) {
      response.header("content-security-policy", POLICY); // a copied page has a stricter one
    }
    response.header("x-content-type-options", "nosniff");
    response.header("referrer-policy", "same-origin");
    response.header("cross-origin-opener-policy", "same-origin");
    if (!given.contains("cross-origin-resource-policy")) {
      response.header("cross-origin-resource-policy", "same-origin");
    }
    response.header("permissions-policy", "camera=(), geolocation=(), microphone=()");
    if (!given.contains("cache-control")) {
      boolean stranger = PublicAnswers.isStranger(request);
      response.header("cache-control", stranger ? "no-cache" : "private, no-store");
    }
  }

  /** Mail programs have no page to post from (RFC 8058); the signed address is what counts. */
  private static boolean isOneClick(HttpRequest<?> request) {
    return ONE_CLICK.contains(request.getPath());
  }

  /** A browser signs them in by itself, wherever a form was. */
  private static boolean isSignedIn(HttpRequest<?> request) {
    return Visitor.of(request).flatMap(Visitor::session).isPresent();
  }

  private boolean isOurs(HttpRequest<?> request) {
    if (Visitor.of(request).filter(Visitor::isMachine).isPresent()) {
      return true;
    }
    RequestOrigin asker = RequestOrigin.of(request.getHeaders()::get);
    if (routes.forPrograms(request)) {
      return sites.calledByProgram(asker);
    }
    boolean strict = address.received(request) || OpsGate.isForOps(request) || isSignedIn(request);
    return strict ? sites.sentByOps(asker) : sites.sentByAnybody(asker);
  }
}
