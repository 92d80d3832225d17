package signpost.search.mcp;

import io.micronaut.http.HttpParameters;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import signpost.search.api.BadRequestException;
import signpost.search.api.SearchParameters;
import signpost.search.index.StrangersText;
import signpost.search.query.GuideSum;
import signpost.search.query.PageLookup;
import signpost.search.query.ResourceSearch;
import signpost.search.query.SearchRequest;

/** The tools of {@code tools.json}: each asks what the API asks. */
@Singleton
final class McpTools {
  private static final int NAMED = 20;

  private final ResourceSearch search;
  private final PageLookup lookups;

  McpTools(ResourceSearch search, PageLookup lookups) {
    this.search = search;
    this.lookups = lookups;
  }

  /**
   * What a tool answers; of arguments that cannot be, why, as models are shown no other errors.
   *
   * @throws InvalidParamsException when there is none of this name, or {@code arguments} is no
   *     object
   */
  ToolResult use(String tool, JsonNode arguments) throws IOException {
    try {
      return answer(tool, arguments);
    } catch (BadRequestException e) {
      String meant = e.suggestion().map(it -> " Did you mean \"" + it + "\"?").orElse("");
      return ToolResult.nothing(e.getMessage() + "." + meant);
    }
  }

  private ToolResult answer(String tool, JsonNode arguments) throws IOException {
    return switch (tool) {
      case "search" -> search(ToolArguments.of(arguments));
      case "get_resource" -> resource(ToolArguments.of(arguments));
      case "guide" -> guide(ToolArguments.of(arguments));
      default ->
          throw new InvalidParamsException(
              "There is no tool \"%s\". There are search, get_resource and guide."
                  .formatted(StrangersText.brief(tool, 60)));
    };
  }

  private ToolResult search(HttpParameters arguments) throws IOException {
    SearchRequest need = SearchParameters.read(arguments);
    return ToolResult.found(SearchOutput.of(need, search.answer(need)));
  }

  private ToolResult resource(HttpParameters arguments) throws IOException {
    SearchParameters.refuseUnknown(arguments, List.of("url"));
    return lookups
        .page(SearchParameters.required(arguments, "url"))
        .map(it -> ToolResult.found(ResourceOutput.of(it)))
        .orElseGet(() -> ToolResult.nothing("No guide or source has this address."));
  }

  private ToolResult guide(HttpParameters arguments) throws IOException {
    SearchParameters.refuseUnknown(arguments, List.of("id"));
    var guide = lookups.guide(SearchParameters.required(arguments, "id"));
    return guide.isPresent()
        ? ToolResult.found(GuideOutput.of(guide.get()))
        : ToolResult.nothing("There is no guide of this name. " + known());
  }

  private String known() throws IOException {
    List<String> ids = lookups.guides().stream().map(GuideSum::id).toList();
    if (ids.isEmpty()) {
      return "There is none yet.";
    }
    String more = ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more." : ".";
    return "There are: " + ids.stream().limit(NAMED).collect(Collectors.joining(", ")) + more;
  }
}
