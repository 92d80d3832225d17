package signpost.ingest.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.util.Map;

/** Says that we do not know what was named, as a problem (RFC 9457). */
final class UnknownProblem {
  private UnknownProblem() {}

  static HttpResponse<?> answer(String title) {
    return HttpResponse.notFound(Map.of("title", title, "status", 404))
        .contentType(MediaType.of("application/problem+json"));
  }
}
