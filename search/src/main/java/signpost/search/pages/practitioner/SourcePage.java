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
import signpost.search.api.NotFoundException;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForAnyone;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrames;
import signpost.search.query.SourceLookup;
import signpost.search.query.SourceState;

@Controller("/source/{host}")
@ForAnyone
@ExecuteOn(TaskExecutors.BLOCKING)
final class SourcePage {
  private final SourceLookup sources;
  private final PageFrames frames;
  private final HtmlRenderer html;
  private final InstantSource clock;

  SourcePage(
      SourceLookup sources,
      PageFrames frames,
      HtmlRenderer html,
      @Named("clock") InstantSource clock) {
    this.sources = sources;
    this.frames = frames;
    this.html = html;
    this.clock = clock;
  }

  @Get
  HttpResponse<String> source(String host, HttpRequest<?> request) throws IOException {
    SearchParameters.refuseUnknown(request.getParameters(), List.of());
    SourceState source =
        sources.at(host).orElseThrow(() -> new NotFoundException("We know no page of that site."));
    return html.ok(
        "practitioner/source",
        new SourceView(
            frames.of(source.publisher(), PageFrame.NavigationEntry.ELSEWHERE),
            source,
            clock.instant()));
  }
}
