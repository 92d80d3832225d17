package signpost.search.pages.practitioner;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForAnyone;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrames;
import signpost.search.query.PageLookup;
import signpost.search.query.ResourceSearch;
import signpost.search.query.SearchRequest;
import signpost.search.query.SearchResults;

@Controller("/search")
@ForAnyone
@ExecuteOn(TaskExecutors.BLOCKING)
final class ResultsPage {
  private final ResourceSearch search;
  private final PageLookup lookups;
  private final PageFrames frames;
  private final HtmlRenderer html;
  private final InstantSource clock;

  ResultsPage(
      ResourceSearch search,
      PageLookup lookups,
      PageFrames frames,
      HtmlRenderer html,
      @Named("clock") InstantSource clock) {
    this.search = search;
    this.lookups = lookups;
    this.frames = frames;
    this.html = html;
    this.clock = clock;
  }

  @Get
  HttpResponse<String> results(HttpRequest<?> request) throws IOException {
    SearchRequest need = SearchParameters.read(request.getParameters());
    SearchResults answers = search.answer(need);
    Instant now = clock.instant();
    String asked = PageFormat.brief(need.text(), 100);
    String title = asked.isBlank() ? "Everything, newest first" : asked + " – search";
    PageFrame frame = frames.searched(PageFormat.atPage(title, need.page()), asked);
    return html.ok(
        "practitioner/results", new ResultsView(frame, need, answers, lookups.guideTitles(), now));
  }
}
