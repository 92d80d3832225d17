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
import java.util.List;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.LinkEvent.HostTransition;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForAnyone;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.LinkedData;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrames;
import signpost.search.query.GuideSum;
import signpost.search.query.PageLookup;
import signpost.search.query.PageLookup.ListSlice;

@Controller
@ForAnyone
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomePage {
  private static final int SHOWN = 6;

  private final PageLookup lookups;
  private final PageFrames frames;
  private final HtmlRenderer html;
  private final LinkedData data;
  private final InstantSource clock;

  HomePage(
      PageLookup lookups,
      PageFrames frames,
      HtmlRenderer html,
      LinkedData data,
      @Named("clock") InstantSource clock) {
    this.lookups = lookups;
    this.frames = frames;
    this.html = html;
    this.data = data;
    this.clock = clock;
  }

  /** What the template is given. */
  record HomeModel(
      PageFrame frame,
      int known,
      List<GuideSum> guides,
      ListSlice<FindingChanged> open,
      List<HostTransition> incidents,
      ListSlice<PageChanged> changes,
      String linkedData,
      Instant now) {
    /** Without those that say once more that a site is down. */
    List<FindingChanged> findings() {
      List<String> down = incidents.stream().map(HostTransition::host).toList();
      return open.items().stream().filter(it -> !down.contains(it.subject())).toList();
    }

    long more() {
      return open.total() - open.items().size();
    }
  }

  @Get("/")
  HttpResponse<String> home(HttpRequest<?> request) throws IOException {
    SearchParameters.refuseUnknown(request.getParameters(), List.of());
    Instant now = clock.instant();
    return html.ok(
        "practitioner/home",
        new HomeModel(
            frames.of("Find a resource you can hand on", PageFrame.NavigationEntry.SEARCH),
            lookups.known(),
            lookups.guides(),
            lookups.openFindings(1, SHOWN),
            lookups.openIncidents(SHOWN).items(),
            lookups.changes(true, 1, SHOWN),
            data.home(),
            now));
  }
}
