package signpost.search.pages;

import java.util.ArrayList;
import java.util.List;
import signpost.search.api.BadRequestException;
import signpost.search.api.SearchParameters;
import signpost.search.query.SearchRequest;

/** A search in words for people. */
public final class SearchWords {
  private SearchWords() {}

  /** As in {@code “camhs” (Nation: Wales)}. */
  public static String of(SearchRequest need) {
    String words = need.text().isBlank() ? "everything" : "“" + need.text().strip() + "”";
    List<String> filters = new ArrayList<>();
    need.filters()
        .forEach((facet, values) ->
            values.forEach(
                value -> filters.add(PageWords.facet(facet) + ": " + value(facet, value))));
    return filters.isEmpty() ? words : words + " (" + String.join(", ", filters) + ")";
  }

  /** The same from the query of its address; what is none of ours any more is shown as it is. */
  public static String of(String query) {
    try {
      return of(SearchParameters.read(query));
    } catch (BadRequestException _) {
      return query;
    }
  }

  /** A value of a facet. */
  public static String value(String facet, String value) {
    return switch (facet) {
      case "health" -> HealthWords.filter(value);
      case "format" -> PageWords.format(value);
      case "language" -> PageWords.language(value);
      case "role", "level", "type" -> PageWords.label(value);
      default -> value;
    };
  }
}
