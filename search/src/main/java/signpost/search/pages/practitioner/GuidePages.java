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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingState;
import signpost.search.api.NotFoundException;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForAnyone;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.LinkedData;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrames;
import signpost.search.pages.PageWords;
import signpost.search.query.GuideState;
import signpost.search.query.GuideSum;
import signpost.search.query.PageLookup;

@Controller
@ForAnyone
@ExecuteOn(TaskExecutors.BLOCKING)
final class GuidePages {
  private static final int FINDINGS = 200;

  private final PageLookup lookups;
  private final PageFrames frames;
  private final HtmlRenderer html;
  private final LinkedData data;
  private final InstantSource clock;

  GuidePages(
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

  record AllGuides(PageFrame frame, List<GuideSum> guides) {}

  /**
   * {@code shown}: the lines of the guide that suit what was chosen; {@code linkedData}: the guide
   * for search engines, where all of it is shown.
   */
  record OneGuide(
      PageFrame frame,
      GuideView guide,
      GuideView shown,
      GuideFilters filters,
      Optional<String> linkedData) {}

  @Get("/guides")
  HttpResponse<String> all(HttpRequest<?> request) throws IOException {
    SearchParameters.refuseUnknown(request.getParameters(), List.of());
    return html.ok(
        "practitioner/guides",
        new AllGuides(frames.of("Guides", PageFrame.NavigationEntry.GUIDES), lookups.guides()));
  }

  @Get("/guide/{id}")
  HttpResponse<String> one(String id, HttpRequest<?> request) throws IOException {
    GuideState found =
        lookups
            .guide(id)
            .orElseThrow(() -> new NotFoundException("There is no guide of that name."));
    GuideFilters filters = GuideFilters.read(id, request.getParameters());
    List<FindingChanged> findings =
        lookups.findingsOf(found.guide(), FINDINGS).stream()
            .filter(it -> it.state() != FindingState.RESOLVED)
            .toList();
    GuideView guide =
        GuideView.of(found, changes(findings), answers(id, findings), clock.instant());
    return html.ok(
        "practitioner/guide",
        new OneGuide(
            frames.of(guide.title(), PageFrame.NavigationEntry.GUIDES),
            guide,
            guide.narrowed(filters::suits),
            filters,
            filters.isEmpty() ? Optional.of(data.guide(found)) : Optional.empty()));
  }

  /** What its owners answered of what is open, by the page's address. */
  private static Map<String, List<String>> answers(String guide, List<FindingChanged> findings) {
    Map<String, List<String>> answers = new HashMap<>();
    for (FindingChanged finding : findings) {
      finding.answers().stream()
          .filter(it -> it.guide().equals(guide))
          .map(PageWords::answer)
          .forEach(words ->
              answers.computeIfAbsent(finding.subject(), _ -> new ArrayList<>()).add(words));
    }
    return answers;
  }

  /**
   * What its owners were told that its health does not say, and have not answered yet, by the
   * page's address.
   */
  private static Map<String, FindingChanged> changes(List<FindingChanged> findings) {
    Map<String, FindingChanged> changes = new HashMap<>();
    findings.stream()
        .filter(it -> it.kind().isRepeated() && it.called().gone().isEmpty())
        .filter(it -> it.state() == FindingState.OPEN)
        .forEach(it -> changes.putIfAbsent(it.subject(), it));
    return changes;
  }
}
