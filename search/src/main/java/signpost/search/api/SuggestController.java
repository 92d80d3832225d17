package signpost.search.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import signpost.search.gate.ForAnyone;
import signpost.search.query.QueryCompletion;
import signpost.search.query.Suggestion;

@Controller("/api/suggest")
@ForAnyone(programs = true)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SuggestController {
  private static final MediaType FOR_BROWSERS = MediaType.of("application/x-suggestions+json");

  private final QueryCompletion completion;
  private final JsonMapper json;

  SuggestController(QueryCompletion completion, JsonMapper json) {
    this.json = json;
    this.completion = completion;
  }

  @Serdeable
  record SuggestAnswer(String query, List<SuggestionJson> suggestions) {}

  /** {@code type} is resource or guide. */
  @Serdeable
  record SuggestionJson(String text, String type) {
    static SuggestionJson of(Suggestion suggestion) {
      return new SuggestionJson(suggestion.text(), suggestion.guide() ? "guide" : "resource");
    }
  }

  /**
   * The same titles in the form browsers ask for as somebody types (OpenSearch Suggestions 1.1).
   */
  @Get("/opensearch")
  HttpResponse<String> forBrowsers(HttpRequest<?> request) throws IOException {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("q"));
    String typed = SearchParameters.once(request.getParameters(), "q").orElse("");
    List<String> titles =
        completion.of(typed, Optional.empty()).stream().map(Suggestion::text).toList();
    return HttpResponse.ok(json.writeValueAsString(List.of(typed, titles)))
        .contentType(FOR_BROWSERS);
  }

  @Get
  SuggestAnswer suggest(HttpRequest<?> request) throws IOException {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("q", "host"));
    String typed = SearchParameters.once(request.getParameters(), "q").orElse("");
    Optional<String> host =
        SearchParameters.once(request.getParameters(), "host").filter(it -> !it.isBlank());
    return new SuggestAnswer(
        typed, completion.of(typed, host).stream().map(SuggestionJson::of).toList());
  }
}
