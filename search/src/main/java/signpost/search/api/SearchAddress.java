package signpost.search.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.StringJoiner;
import signpost.search.index.IndexFields;
import signpost.search.query.SearchCursor;
import signpost.search.query.SearchRequest;
import signpost.search.query.SearchRequest.ResultDetail;

/**
 * The one address of each state of a search, which {@link SearchParameters} reads back: parameters
 * in a fixed order, none that says what is usual.
 */
public final class SearchAddress {
  private SearchAddress() {}

  /** The page of results. */
  public static String results(SearchRequest need) {
    return of("/search", need);
  }

  /** The feed of it, which holds the newest however its results are shown. */
  public static String feed(SearchRequest need) {
    return of("/search.atom", itself(need));
  }

  /** The query of the page of results, which names a search whatever part of it is shown. */
  public static String query(SearchRequest need) {
    String page = results(itself(need));
    return page.substring(Math.min(page.length(), "/search?".length()));
  }

  /** The search, however its results are shown. */
  private static SearchRequest itself(SearchRequest need) {
    return need.with(need.filters(), SearchRequest.Order.RELEVANCE, 1, SearchRequest.USUAL_SIZE);
  }

  /** The answer as JSON. */
  static String json(SearchRequest need) {
    StringJoiner address = parameters("/api/search", need);
    add(address, "cursor", need.after().map(SearchCursor::toString).stream().toList());
    add(address, "facets", left(need, ResultDetail.FACETS));
    add(address, "highlights", left(need, ResultDetail.HIGHLIGHTS));
    return address.toString();
  }

  private static List<String> left(SearchRequest need, ResultDetail detail) {
    return need.details().contains(detail) ? List.of() : List.of("false");
  }

  private static String of(String path, SearchRequest need) {
    return parameters(path, need).toString();
  }

  private static StringJoiner parameters(String path, SearchRequest need) {
    StringJoiner parameters = new StringJoiner("&", path + "?", "").setEmptyValue(path);
    boolean words = !need.text().isBlank();
    add(parameters, "q", words ? List.of(need.text().strip()) : List.of());
    IndexFields.FILTERS.forEach(
        filter -> add(parameters, filter, need.filters().getOrDefault(filter, List.of())));
    add(
        parameters,
        "sort",
        words && need.order() == SearchRequest.Order.CHANGED ? List.of("changed") : List.of());
    add(
        parameters,
        "size",
        need.size() == SearchRequest.USUAL_SIZE ? List.of() : List.of("" + need.size()));
    add(parameters, "page", need.page() == 1 ? List.of() : List.of("" + need.page()));
    return parameters;
  }

  private static void add(StringJoiner parameters, String name, List<String> values) {
    values.stream()
        .sorted()
        .map(value -> name + "=" + URLEncoder.encode(value, UTF_8))
        .forEach(parameters::add);
  }
}
