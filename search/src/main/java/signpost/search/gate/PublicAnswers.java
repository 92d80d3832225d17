package signpost.search.gate;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Lets caches keep what anybody may read, and answers 304 to whoever has it already. What somebody
 * gets who is known is kept nowhere.
 */
@ServerFilter("/**")
@Order(Ordered.LOWEST_PRECEDENCE)
final class PublicAnswers {
  private static final Set<HttpStatus> KEPT = EnumSet.of(HttpStatus.OK, HttpStatus.NOT_MODIFIED);

  private final JsonMapper json;
  private final MarkedRoutes routes;

  PublicAnswers(JsonMapper json, MarkedRoutes routes) {
    this.json = json;
    this.routes = routes;
  }

  @ResponseFilter
  void prepare(HttpRequest<?> request, MutableHttpResponse<?> response) throws IOException {
    if (isReading(request) && routes.forAnyone(request).isPresent()) {
      response.header("vary", "accept-encoding, cookie, authorization");
      if (isStranger(request) && KEPT.contains(response.status())) {
        tag(request, response);
        if (!response.getHeaders().contains("cache-control")) {
          response.header("cache-control", "public, no-cache");
        }
      }
    }
  }

  private void tag(HttpRequest<?> request, MutableHttpResponse<?> response) throws IOException {
    Optional<?> body = response.getBody();
    if (body.isEmpty() || response.getHeaders().contains("etag")) {
      return;
    }
    byte[] bytes = bytes(body.get());
    EntityTag tag = EntityTag.of(bytes);
    response.header("etag", tag.text());
    if (tag.isKnown(request)) {
      response.status(HttpStatus.NOT_MODIFIED).body(null);
      response.getHeaders().remove("content-type");
    } else {
      if (response.getContentType().isEmpty()) {
        response.contentType("application/json");
      }
      response.body(bytes);
    }
  }

  private byte[] bytes(Object body) throws IOException {
    return body instanceof CharSequence text
        ? text.toString().getBytes(StandardCharsets.UTF_8)
        : json.writeValueAsBytes(body);
  }

  static boolean isReading(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
  }

  /** Whether nothing is known of whoever asks: all of these get the same. */
  static boolean isStranger(HttpRequest<?> request) {
    return Visitor.of(request).filter(it -> it.actor().isKnown()).isEmpty();
  }
}
