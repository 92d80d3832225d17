package signpost.search.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import signpost.search.gate.ForAnyone;
import signpost.search.query.PageLookup;
import signpost.search.query.RelatedPages;

@Controller("/api")
@ForAnyone(programs = true)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LookupController {
  private static final int CHANGES = 50;
  private static final int RELATED = 20;

  private final PageLookup lookups;
  private final RelatedPages related;

  LookupController(PageLookup lookups, RelatedPages related) {
    this.lookups = lookups;
    this.related = related;
  }

  @Get("/resources")
  ResourceJson resource(HttpRequest<?> request) throws IOException {
    String url = url(request, List.of("url"));
    return lookups.page(url).map(ResourceJson::of).orElseThrow(LookupController::unknown);
  }

  @Get("/resources/related")
  RelatedJson related(HttpRequest<?> request) throws IOException {
    String url = url(request, List.of("url", "size"));
    int size = SearchParameters.number(request.getParameters(), "size", 5, RELATED);
    String kept = lookups.page(url).orElseThrow(LookupController::unknown).page().url();
    return RelatedJson.of(kept, related.to(kept, size));
  }

  @Get("/guides/{id}")
  GuideJson guide(String id, HttpRequest<?> request) throws IOException {
    SearchParameters.refuseUnknown(request.getParameters(), List.of());
    return lookups
        .guide(id)
        .map(GuideJson::of)
        .orElseThrow(() -> new NotFoundException("There is no guide of this name."));
  }

  @Get("/changes")
  ChangesJson changes(HttpRequest<?> request) throws IOException {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("placed", "page", "size"));
    int size = SearchParameters.number(request.getParameters(), "size", 20, CHANGES);
    int page = SearchParameters.number(request.getParameters(), "page", 1, 1_000 / size);
    boolean placed = SearchParameters.flag(request.getParameters(), "placed");
    return ChangesJson.of(lookups.changes(placed, page, size), page, size);
  }

  private static String url(HttpRequest<?> request, List<String> known) {
    SearchParameters.refuseUnknown(request.getParameters(), known);
    return SearchParameters.required(request.getParameters(), "url");
  }

  private static NotFoundException unknown() {
    return new NotFoundException("No guide or source has this address.");
  }
}
