package signpost.search.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

@Controller
final class AssetsController {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Stylesheet stylesheet;
  private final String icon;

  AssetsController(Stylesheet stylesheet) throws IOException {
    this.stylesheet = stylesheet;
    try (InputStream file =
        AssetsController.class.getResourceAsStream("/signpost/search/icon.svg")) {
      icon = new String(Objects.requireNonNull(file, "icon.svg").readAllBytes(), UTF_8);
    }
  }

  @Get("/assets/{name}")
  HttpResponse<String> stylesheet(String name) {
    return name.equals(stylesheet.name())
        ? asset(stylesheet.css(), "text/css;charset=utf-8")
        : HttpResponse.notFound();
  }

  @Get("/favicon.svg")
  HttpResponse<String> icon() {
    return asset(icon, "image/svg+xml");
  }

  private static HttpResponse<String> asset(String text, String type) {
    return HttpResponse.ok(text).contentType(MediaType.of(type)).header("cache-control", FOR_EVER);
  }
}
