package signpost.search.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import signpost.search.gate.MarkedRoutes;
import signpost.search.gate.ProblemResponse;

/** Problems of what programs ask, in a form of their own. */
@Singleton
public final class ApiErrors {
  private final MarkedRoutes routes;

  ApiErrors(MarkedRoutes routes) {
    this.routes = routes;
  }

  /** Whether a request is for what programs ask, or for what is not there among it. */
  public boolean concerns(HttpRequest<?> request) {
    return routes.forPrograms(request) || request.getPath().startsWith("/api/");
  }

  /** An answer that says what went wrong. */
  public MutableHttpResponse<?> problem(
      HttpStatus status, String detail, Optional<String> suggestion) {
    return ProblemResponse.response(status, detail, suggestion);
  }
}
