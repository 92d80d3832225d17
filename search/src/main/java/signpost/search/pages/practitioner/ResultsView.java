package signpost.search.pages.practitioner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.search.api.SearchAddress;
import signpost.search.follow.FollowedAnswers;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageWords;
import signpost.search.pages.SearchWords;
import signpost.search.query.SearchRequest;
import signpost.search.query.SearchResults;
import signpost.search.query.SearchResults.FacetCount;
import signpost.search.rank.TypedText;

/** Results as the page shows them, with the addresses of every other state of it. */
record ResultsView(
    PageFrame frame,
    SearchRequest need,
    SearchResults answers,
    Map<String, String> guides,
    Instant now) {

  private static final List<String> HAD_BY_ALL =
      List.of("publisher", "format", "language", "health");

  /** A chosen filter and the address without it. */
  record ChosenFilter(String facet, String value, String without) {}

  String heading() {
    long total = answers.total().value();
    String results = answers.total() + (total == 1 ? " result" : " results");
    return need.text().isBlank() ? results : results + " for";
  }

  /** Other words for the same search. */
  String instead(String words) {
    return SearchAddress.results(asking(words));
  }

  private SearchRequest asking(String words) {
    return SearchRequest.of(words).with(need.filters(), need.order(), 1, need.size());
  }

  /** The words without the quotation marks that hold some of them together. */
  Optional<String> unquoted() {
    return TypedText.of(need.text()).unquoted();
  }

  /**
   * Facets worth choosing from: what every page has tells nothing apart where all have the same.
   */
  Map<String, List<FacetCount>> facets() {
    Map<String, List<FacetCount>> telling = new LinkedHashMap<>(answers.facets());
    telling
        .entrySet()
        .removeIf(it ->
            HAD_BY_ALL.contains(it.getKey())
                && it.getValue().size() == 1
                && !it.getValue().getFirst().chosen());
    return telling;
  }

  /** The words shown for a value of a facet. */
  String label(String facet, FacetCount count) {
    return label(facet, count.value());
  }

  private String label(String facet, String value) {
    return facet.equals("guide")
        ? guides.getOrDefault(value, value)
        : SearchWords.value(facet, value);
  }

  List<ChosenFilter> chosen() {
    List<ChosenFilter> chosen = new ArrayList<>();
    need.filters()
        .forEach((facet, values) ->
            values.forEach(value ->
                chosen.add(
                    new ChosenFilter(
                        PageWords.facet(facet), label(facet, value), without(facet, value)))));
    return chosen;
  }

  private String without(String facet, String value) {
    Map<String, List<String>> fewer = new LinkedHashMap<>(need.filters());
    fewer.computeIfPresent(
        facet, (_, values) -> values.stream().filter(it -> !it.equals(value)).toList());
    return address(fewer, need.order(), 1);
  }

  String unfiltered() {
    return address(Map.of(), need.order(), 1);
  }

  String sortedBy(SearchRequest.Order order) {
    return address(need.filters(), order, 1);
  }

  String atPage(int page) {
    return address(need.filters(), need.order(), page);
  }

  int pages() {
    long reachable = Math.min(answers.total().value(), SearchRequest.DEEPEST);
    return Math.max(1, Math.ceilDiv((int) reachable, need.size()));
  }

  boolean hasNext() {
    return need.page() < pages() && !answers.hits().isEmpty();
  }

  String self() {
    return SearchAddress.results(need);
  }

  String feed() {
    return SearchAddress.feed(need);
  }

  /** Where this search is followed by mail, with the words that were really searched for. */
  Optional<String> following() {
    SearchRequest meant = answers.corrected().map(this::asking).orElse(need);
    return FollowedAnswers.isOfHealth(meant)
        ? Optional.empty()
        : Optional.of("/subscribe?of=" + PageFormat.encoded(FollowedAnswers.part(meant)));
  }

  private String address(Map<String, List<String>> filters, SearchRequest.Order order, int page) {
    return SearchAddress.results(need.with(filters, order, page, need.size()));
  }
}
