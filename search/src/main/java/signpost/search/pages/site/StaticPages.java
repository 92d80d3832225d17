package signpost.search.pages.site;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForAnyone;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

@Controller
@ForAnyone
final class StaticPages {
  private final PageFrames frames;
  private final HtmlRenderer html;
  private final OrganisationConfig organisation;
  private final String contact;

  StaticPages(
      PageFrames frames,
      HtmlRenderer html,
      OrganisationConfig organisation,
      @Value("${signpost.contact:}") String contact) {
    this.frames = frames;
    this.html = html;
    this.organisation = organisation;
    this.contact = contact;
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
    return html.ok(
        "site/" + template,
        new SiteModel(
            frames.of(title, NavigationEntry.ELSEWHERE), organisation, ContactAddress.of(contact)));
  }
}
