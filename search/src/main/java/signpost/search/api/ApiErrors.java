package signpost.search.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Problems of the JSON API, in its own form. */
@Singleton
public final class ApiErrors {

  /** Whether a request is for the API, and its errors JSON. */
  public boolean concerns(HttpRequest<?> request) {
    return request.getPath().startsWith("/api/");
  }

  /** An answer that says what went wrong. */
  public HttpResponse<?> problem(HttpStatus status, String detail, Optional<String> suggestion) {
    return ProblemResponse.response(status, detail, suggestion);
  }
}
