package signpost.search.pages;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every answer tells the browser not to do, and whose forms we take. */
@ServerFilter("/**")
final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Set<String> ourHosts;

  SecurityHeaders(@Value("${signpost.public-url}") String publicUrl) {
    String host = URI.create(publicUrl).getHost();
    this.ourHosts = Set.copyOf(new HashSet<>(List.of(host, "127.0.0.1", "localhost", "[::1]")));
  }

  /** A form counts only when it was sent from one of our own pages. */
  @RequestFilter
  @Nullable HttpResponse<?> refuseForeignForms(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.POST || isOneClick(request) || isOurs(request)) {
      return null;
    }
    return HttpResponse.status(HttpStatus.FORBIDDEN)
        .contentType("text/plain")
        .body("This form was not sent from one of our pages.");
  }

  @ResponseFilter
  void add(MutableHttpResponse<?> response) {
    HttpHeaders given = response.getHeaders();
    response.header("content-security-policy", POLICY);
    response.header("x-content-type-options", "nosniff");
    response.header("referrer-policy", "same-origin");
    response.header("cross-origin-opener-policy", "same-origin");
    response.header("cross-origin-resource-policy", "same-origin");
    response.header("permissions-policy", "camera=(), geolocation=(), microphone=()");
    if (!given.contains("cache-control")) {
      response.header("cache-control", "no-cache");
    }
  }

  /** Mail programs have no page to post from (RFC 8058); the signed address is what counts. */
  private static boolean isOneClick(HttpRequest<?> request) {
    return request.getPath().equals("/unsubscribe");
  }

  /** The name is checked too: a stranger's name may have been made to lead to this machine. */
  private boolean isOurs(HttpRequest<?> request) {
    String origin = request.getHeaders().get("origin");
    String host = request.getHeaders().get("host");
    if (origin == null || host == null) {
      return false;
    }
    try {
      URI from = URI.create(origin);
      return host.equalsIgnoreCase(from.getAuthority()) && ourHosts.contains(from.getHost());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
