package signpost.search.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may see and use the pages of ops: whoever knows {@code signpost.ops.password} (user {@code
 * ops}), or, where none is set, whoever sits at this machine.
 */
@ServerFilter({"/crawl/**", "/notifications/**"})
final class OpsGate {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private final String password;

  OpsGate(OpsConfig config) {
    this.password = config.password();
  }

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    if (password.isEmpty()) {
      return isThisMachine(request) ? null : refused();
    }
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(("ops:" + password).getBytes(UTF_8));
    String given = String.valueOf(request.getHeaders().get("authorization"));
    return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8))
        ? null
        : HttpResponse.status(HttpStatus.UNAUTHORIZED)
            .header("WWW-Authenticate", "Basic realm=\"Signpost ops\", charset=\"UTF-8\"")
            .contentType("text/plain")
            .body("These pages are for the people who run Signpost.");
  }

  private static HttpResponse<?> refused() {
    return HttpResponse.status(HttpStatus.FORBIDDEN)
        .contentType("text/plain")
        .body(
            "These pages are for the people who run Signpost. Set signpost.ops.password to reach"
                + " them from another machine.");
  }

  private static boolean isThisMachine(HttpRequest<?> request) {
    boolean near =
        request.getRemoteAddress().getAddress() != null
            && request.getRemoteAddress().getAddress().isLoopbackAddress();
    String host = request.getHeaders().get("host");
    boolean relayed = request.getHeaders().contains("x-forwarded-for");
    return near && !relayed && host != null && THIS_MACHINE.contains(name(host));
  }

  private static String name(String host) {
    try {
      return String.valueOf(URI.create("http://" + host).getHost());
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
