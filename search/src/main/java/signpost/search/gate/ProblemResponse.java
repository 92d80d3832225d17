package signpost.search.gate;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/** What went wrong with a request (RFC 9457), with what was probably meant. */
@Serdeable
public record ProblemResponse(
    String type, String title, int status, String detail, Optional<String> suggestion) {
  private static final MediaType JSON = MediaType.of("application/problem+json");

  /** An answer that says it. */
  public static MutableHttpResponse<ProblemResponse> response(
      HttpStatus status, String detail, Optional<String> suggestion) {
    return HttpResponse.<ProblemResponse>status(status)
        .body(
            new ProblemResponse(
                "about:blank", status.getReason(), status.getCode(), detail, suggestion))
        .contentType(JSON);
  }
}
