package signpost.search.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import signpost.search.query.QueryCompletion;
import signpost.search.query.Suggestion;

@Controller("/api/suggest")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SuggestController {
  private final QueryCompletion completion;

  SuggestController(QueryCompletion completion) {
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
