package signpost.search.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import signpost.search.gate.ForAnyone;

/** The API described for machines (OpenAPI 3.1), as the file kept beside the code says it. */
@Controller("/api/openapi.yaml")
@ForAnyone(programs = true)
final class DescriptionController {
  private static final MediaType YAML = MediaType.of("application/yaml;charset=utf-8");

  private final String description;

  DescriptionController() throws IOException {
    try (InputStream file =
        DescriptionController.class.getResourceAsStream("/signpost/search/openapi.yaml")) {
      description = new String(Objects.requireNonNull(file, "openapi.yaml").readAllBytes(), UTF_8);
    }
  }

  @Get
  HttpResponse<String> description(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of());
    return HttpResponse.ok(description).contentType(YAML);
  }
}
