package signpost.search.pages.practitioner;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import signpost.search.api.NotFoundException;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForAnyone;
import signpost.search.index.JoinedPage;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrames;
import signpost.search.query.PageHistory;
import signpost.search.query.PageLookup;
import signpost.search.query.RelatedPages;

@Controller("/resource")
@ForAnyone
@ExecuteOn(TaskExecutors.BLOCKING)
final class ResourcePage {
  private static final int RELATED = 5;

  private final PageLookup lookups;
  private final RelatedPages related;
  private final PageFrames frames;
  private final HtmlRenderer html;
  private final InstantSource clock;

  ResourcePage(
      PageLookup lookups,
      RelatedPages related,
      PageFrames frames,
      HtmlRenderer html,
      @Named("clock") InstantSource clock) {
    this.lookups = lookups;
    this.related = related;
    this.frames = frames;
    this.html = html;
    this.clock = clock;
  }

  @Get
  HttpResponse<String> resource(HttpRequest<?> request) throws IOException {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("url"));
    String url = SearchParameters.required(request.getParameters(), "url");
    Optional<PageHistory> found = lookups.page(url);
    if (found.isEmpty()) {
      throw new NotFoundException("We do not watch that address, or no longer do.");
    }
    JoinedPage page = found.get().page();
    return html.ok(
        "practitioner/resource",
        ResourceView.of(
            frames.of(page.title(), PageFrame.NavigationEntry.ELSEWHERE),
            found.get(),
            related.to(page.url(), RELATED),
            lookups.guideTitles(),
            clock.instant()));
  }
}
