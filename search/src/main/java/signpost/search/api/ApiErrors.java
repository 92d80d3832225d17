package signpost.search.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Problems of the JSON API, in its own form. */
@Singleton
public final class ApiErrors {

  /** Whether a request is for what programs alone ask, and its errors JSON. */
  public boolean concerns(HttpRequest<?> request) {
    String path = request.getPath();
    return path.startsWith("/api/") || path.equals("/mcp");
  }

  /** An answer that says what went wrong. */
  public MutableHttpResponse<?> problem(
      HttpStatus status, String detail, Optional<String> suggestion) {
    return ProblemResponse.response(status, detail, suggestion);
  }
}
