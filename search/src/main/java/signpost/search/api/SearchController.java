package signpost.search.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import signpost.search.gate.ForAnyone;
import signpost.search.query.ResourceSearch;
import signpost.search.query.SearchRequest;

@Controller("/api/search")
@ForAnyone(programs = true)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchController {
  private final ResourceSearch search;

  SearchController(ResourceSearch search) {
    this.search = search;
  }

  @Get
  SearchAnswer search(HttpRequest<?> request) throws IOException {
    SearchRequest need = SearchParameters.readDetailed(request.getParameters());
    return SearchAnswer.of(need, search.answer(need));
  }
}
