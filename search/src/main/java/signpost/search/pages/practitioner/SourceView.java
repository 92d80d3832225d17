package signpost.search.pages.practitioner;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.events.LinkEvent.HostTransition;
import signpost.search.api.SearchAddress;
import signpost.search.pages.HealthWords;
import signpost.search.pages.PageFrame;
import signpost.search.query.SearchRequest;
import signpost.search.query.SourceState;

/** A site as its page shows it. */
record SourceView(PageFrame frame, SourceState source, Instant now) {

  /** How many pages are in one state, and where to see them. */
  record StateCount(String label, String colour, int number, String address) {}

  List<StateCount> counts() {
    return source.health().entrySet().stream()
        .map(it ->
            new StateCount(
                HealthWords.filter(it.getKey()),
                HealthWords.colour(it.getKey()),
                it.getValue(),
                pages(Map.of("health", List.of(it.getKey())))))
        .toList();
  }

  /** Whether its publisher has a name other than the host's. */
  boolean named() {
    return !source.host().endsWith(source.publisher());
  }

  /** Every page of the site as a search. */
  String pages() {
    return pages(Map.of());
  }

  private String pages(Map<String, List<String>> filters) {
    Map<String, List<String>> all = new HashMap<>(filters);
    all.put("host", List.of(source.host()));
    return SearchAddress.results(
        SearchRequest.of("").with(all, SearchRequest.Order.RELEVANCE, 1, SearchRequest.USUAL_SIZE));
  }

  List<PageView> worst() {
    return source.worst().stream().map(page -> PageView.of(page, now)).toList();
  }

  static String trouble(HostTransition trouble) {
    return switch (trouble.state()) {
      case DOWN -> "The site is down";
      case IN_TROUBLE -> "The site is in trouble";
      case RECOVERED -> "The site works again";
    };
  }
}
