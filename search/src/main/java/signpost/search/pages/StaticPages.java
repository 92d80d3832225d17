package signpost.search.pages;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import signpost.search.pages.Frame.Place;

@Controller
final class StaticPages {
  private final Frames frames;
  private final Html html;

  StaticPages(Frames frames, Html html) {
    this.frames = frames;
    this.html = html;
  }

  @Get("/accessibility")
  HttpResponse<String> accessibility() {
    return html.ok("accessibility", frames.of("Accessibility statement", Place.ELSEWHERE));
  }

  @Get("/privacy")
  HttpResponse<String> privacy() {
    return html.ok("privacy", frames.of("Privacy", Place.ELSEWHERE));
  }

  @Get("/api")
  HttpResponse<String> developers() {
    return html.ok("developers", frames.of("For developers", Place.ELSEWHERE));
  }

  @Get("/crawler")
  HttpResponse<String> crawler() {
    return html.ok("crawler", frames.of("About our crawler", Place.ELSEWHERE));
  }
}
