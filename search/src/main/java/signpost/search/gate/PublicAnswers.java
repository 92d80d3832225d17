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
import java.util.Optional;

/**
 * Lets caches keep what anybody may read, and answers 304 to whoever has it already. What somebody
 * gets who is known is kept nowhere.
 */
@ServerFilter("/**")
@Order(Ordered.LOWEST_PRECEDENCE)
final class PublicAnswers {
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
      if (isStranger(request) && response.status() == HttpStatus.OK) {
        tag(request, response);
        if (!response.getHeaders().contains("cache-control")) {
          response.header("cache-control", "public, no-cache");
        }
      }
    }
  }

  private void tag(HttpRequest<?> request, MutableHttpResponse<?> response) throws IOException {
    Optional<?> body = response.getBody();
    if (body.isEmpty()) {
      return;
    }
    byte[] bytes = bytes(body.get());
    if (response.getContentType().isEmpty()) {
      response.contentType("application/json");
    }
    response.body(bytes);
    Revalidation.of(request, response, bytes);
  }

  private byte[] bytes(Object body) throws IOException {
    return body instanceof CharSequence text
        ? text.toString().getBytes(StandardCharsets.UTF_8)
        : json.writeValueAsBytes(body);
  }

  static boolean isReading(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
  }

  /** Whether the gate let somebody pass of whom nothing is known: all of these get the same. */
  static boolean isStranger(HttpRequest<?> request) {
    return Visitor.of(request).filter(it -> !it.actor().isKnown()).isPresent();
  }
}
