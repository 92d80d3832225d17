package signpost.search.feed;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import signpost.events.ResourceEvent.GuideListed;
import signpost.search.api.NotFoundException;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForAnyone;
import signpost.search.query.GuideState;
import signpost.search.query.PageLookup;
import signpost.search.query.ResourceSearch;
import signpost.search.query.SearchRequest;

@Controller
@ForAnyone(programs = true)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedController {
  private static final int ENTRIES = 50;

  private final ResourceSearch search;
  private final PageLookup lookups;
  private final FeedMaker feeds;
  private final JsonMapper json;

  FeedController(ResourceSearch search, PageLookup lookups, FeedMaker feeds, JsonMapper json) {
    this.json = json;
    this.search = search;
    this.lookups = lookups;
    this.feeds = feeds;
  }

  /** Takes what the page of results takes, and always gives the newest. */
  @Get(uris = {"/search.atom", "/search.json"})
  HttpResponse<String> search(HttpRequest<?> request) throws IOException {
    SearchRequest asked = SearchParameters.read(request.getParameters());
    return answer(request, feeds.search(asked, search.answer(asked.newest(ENTRIES))));
  }

  /** {@code of=all}: of every crawled page, not only of resources in guides. */
  @Get(uris = {"/changes.atom", "/changes.json"})
  HttpResponse<String> changes(HttpRequest<?> request) throws IOException {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("of"));
    boolean all =
        SearchParameters.oneOf(request.getParameters(), "of", List.of("guides", "all"))
            .equals("all");
    String which = all ? "?of=all" : "";
    return answer(
        request,
        feeds.changes(
            "/changes.atom" + which,
            "/changes" + which,
            lookups.changes(!all, 1, ENTRIES).items()));
  }

  @Get(uris = {"/guide/{id}.atom", "/guide/{id}.json"})
  HttpResponse<String> guide(String id, HttpRequest<?> request) throws IOException {
    SearchParameters.refuseUnknown(request.getParameters(), List.of());
    GuideListed guide =
        lookups
            .guide(id)
            .map(GuideState::guide)
            .orElseThrow(() -> new NotFoundException("There is no guide of that name."));
    return answer(
        request,
        feeds.guide(guide, lookups.changesOf(guide, ENTRIES), lookups.findingsOf(guide, ENTRIES)));
  }

  private HttpResponse<String> answer(HttpRequest<?> request, WebFeed feed) throws IOException {
    FeedForm form = FeedForm.of(request);
    return FeedAnswer.of(feed, form, written(feed, form));
  }

  private String written(WebFeed feed, FeedForm form) throws IOException {
    return switch (form) {
      case ATOM -> AtomXml.of(feed);
      case JSON -> json.writeValueAsString(FeedJson.of(feed));
    };
  }
}
