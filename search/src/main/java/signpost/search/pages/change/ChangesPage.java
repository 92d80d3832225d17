package signpost.search.pages.change;

import io.micronaut.http.HttpParameters;
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
import java.util.List;
import signpost.events.ChangeEvent.PageChanged;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForAnyone;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrames;
import signpost.search.query.PageLookup;
import signpost.search.query.PageLookup.ListSlice;

@Controller("/changes")
@ForAnyone
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChangesPage {
  private static final int SIZE = 20;
  private static final int PAGES = 50;

  private final PageLookup lookups;
  private final PageFrames frames;
  private final HtmlRenderer html;
  private final InstantSource clock;

  ChangesPage(
      PageLookup lookups,
      PageFrames frames,
      HtmlRenderer html,
      @Named("clock") InstantSource clock) {
    this.lookups = lookups;
    this.frames = frames;
    this.html = html;
    this.clock = clock;
  }

  /** {@code all}: of every crawled page, not only of resources in guides. */
  record ChangesModel(
      PageFrame frame, ListSlice<PageChanged> changes, boolean all, int page, Instant now) {
    boolean hasNext() {
      return (long) page * SIZE < changes.total() && page < PAGES;
    }
  }

  @Get
  HttpResponse<String> changes(HttpRequest<?> request) throws IOException {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("page", "of"));
    int page = SearchParameters.number(parameters, "page", 1, PAGES);
    boolean all = SearchParameters.oneOf(parameters, "of", List.of("guides", "all")).equals("all");
    return html.ok(
        "change/changes",
        new ChangesModel(
            frames.of(PageFormat.atPage("What changed", page), PageFrame.NavigationEntry.CHANGES),
            lookups.changes(!all, page, SIZE),
            all,
            page,
            clock.instant()));
  }
}
