package signpost.search.pages.change;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import signpost.search.api.NotFoundException;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForAnyone;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrames;
import signpost.search.query.PageLookup;
import signpost.search.query.PageRevision;

@Controller("/resource/revision")
@ForAnyone
@ExecuteOn(TaskExecutors.BLOCKING)
final class RevisionPage {
  private final PageLookup lookups;
  private final PageFrames frames;
  private final HtmlRenderer html;

  RevisionPage(PageLookup lookups, PageFrames frames, HtmlRenderer html) {
    this.lookups = lookups;
    this.frames = frames;
    this.html = html;
  }

  /** {@code n} counts from 2: 1 is the first sighting, before which there is nothing. */
  @Get
  HttpResponse<String> revision(HttpRequest<?> request) throws IOException {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("url", "n", "view"));
    String url = SearchParameters.required(parameters, "url");
    SearchParameters.required(parameters, "n");
    int n = SearchParameters.number(parameters, "n", 1, Integer.MAX_VALUE);
    boolean beside =
        SearchParameters.oneOf(parameters, "view", List.of("inline", "beside")).equals("beside");
    Optional<PageRevision> found = lookups.revision(url, n);
    if (found.isEmpty()) {
      throw new NotFoundException("We keep no such revision of that page.");
    }
    String title = "Revision " + n + " of " + found.get().change().title();
    return html.ok(
        "change/revision",
        RevisionView.of(frames.of(title, PageFrame.NavigationEntry.CHANGES), found.get(), beside));
  }
}
