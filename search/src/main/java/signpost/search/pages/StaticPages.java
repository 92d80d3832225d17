package signpost.search.pages;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import signpost.search.api.SearchParameters;
import signpost.search.pages.PageFrame.NavigationEntry;

@Controller
final class StaticPages {
  private final PageFrames frames;
  private final HtmlRenderer html;

  StaticPages(PageFrames frames, HtmlRenderer html) {
    this.frames = frames;
    this.html = html;
  }

  @Get("/accessibility")
  HttpResponse<String> accessibility(HttpRequest<?> request) {
    return page(request, "accessibility", "Accessibility statement");
  }

  @Get("/privacy")
  HttpResponse<String> privacy(HttpRequest<?> request) {
    return page(request, "privacy", "Privacy");
  }

  @Get("/api")
  HttpResponse<String> developers(HttpRequest<?> request) {
    return page(request, "developers", "For developers");
  }

  @Get("/crawler")
  HttpResponse<String> crawler(HttpRequest<?> request) {
    return page(request, "crawler", "About our crawler");
  }

  private HttpResponse<String> page(HttpRequest<?> request, String template, String title) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of());
    return html.ok(template, frames.of(title, NavigationEntry.ELSEWHERE));
  }
}
