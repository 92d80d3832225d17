package signpost.search.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What someone asks for: words, filters (any of the values of one, all of the filters), and which
 * part of the results: a page by its number, or what comes {@code after} the page before.
 */
public record SearchRequest(
    String text,
    Map<String, List<String>> filters,
    Order order,
    int page,
    int size,
    Optional<SearchCursor> after,
    Set<ResultDetail> details) {
  /** As far as paging goes: whoever wants more wants other words. */
  public static final int DEEPEST = 1_000;

  public static final int LARGEST_PAGE = 50;
  public static final int USUAL_SIZE = 10;

  public SearchRequest {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(order, "order");
    Map<String, List<String>> copy = new LinkedHashMap<>();
    filters.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
    filters = Collections.unmodifiableMap(copy);
    details = Set.copyOf(details);
    if (page < 1 || size < 1 || size > LARGEST_PAGE || (long) page * size > DEEPEST) {
      throw new IllegalArgumentException("page " + page + " of " + size + " results");
    }
  }

  /** What comes first. */
  public enum Order {
    RELEVANCE,
    /** Newest change first. */
    CHANGED
  }

  /** What answers hold besides the results themselves; each costs about as much as they do. */
  public enum ResultDetail {
    FACETS,
    HIGHLIGHTS
  }

  /** The same words, narrowed, sorted and laid out so. */
  public SearchRequest with(Map<String, List<String>> filters, Order order, int page, int size) {
    return new SearchRequest(text, filters, order, page, size, Optional.empty(), details);
  }

  /** The newest of them alone, without counts or marks. */
  public SearchRequest newest(int size) {
    return new SearchRequest(text, filters, Order.CHANGED, 1, size, Optional.empty(), Set.of());
  }

  /** The first results for some words. */
  public static SearchRequest of(String text) {
    return new SearchRequest(
        text,
        Map.of(),
        Order.RELEVANCE,
        1,
        USUAL_SIZE,
        Optional.empty(),
        Set.of(ResultDetail.FACETS, ResultDetail.HIGHLIGHTS));
  }

  /** The same search, going on where a page of it ended. */
  public SearchRequest from(SearchCursor cursor) {
    return new SearchRequest(text, filters, order, 1, size, Optional.of(cursor), details);
  }

  /**
   * Returns a number for the search itself, whichever part of its results is shown. A cursor is
   * valid only for the search with its number.
   */
  public int fingerprint() {
    return List.of(text, filters.toString(), order.name()).hashCode();
  }

  /** How many results there are up to the end of the part that is shown. */
  int depth() {
    return after.map(cursor -> Math.min(cursor.shown() + size, DEEPEST)).orElse(page * size);
  }

  boolean wants(ResultDetail detail) {
    return details.contains(detail);
  }
}
