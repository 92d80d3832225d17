package signpost.search.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.search.query.SearchCursor;
import signpost.search.query.SearchRequest;
import signpost.search.query.SearchResults;
import signpost.search.query.SearchResults.FacetCount;

/** The results as JSON. */
@Serdeable
record SearchAnswer(
    String self,
    Optional<String> next,
    Optional<String> cursor,
    String query,
    Optional<String> corrected,
    Optional<String> suggestion,
    boolean relaxed,
    long total,
    boolean more,
    int page,
    int size,
    List<ResultJson> results,
    Map<String, List<CountJson>> facets) {

  static SearchAnswer of(SearchRequest need, SearchResults answers) {
    Map<String, List<CountJson>> facets = new LinkedHashMap<>();
    answers
        .facets()
        .forEach((name, counts) -> facets.put(name, counts.stream().map(CountJson::of).toList()));
    return new SearchAnswer(
        SearchAddress.json(need),
        answers.next().map(need::from).map(SearchAddress::json),
        answers.next().map(SearchCursor::toString),
        need.text(),
        answers.corrected(),
        answers.suggestion(),
        answers.relaxed(),
        answers.total().value(),
        answers.total().more(),
        need.page(),
        need.size(),
        answers.hits().stream().map(ResultJson::of).toList(),
        facets);
  }

  @Serdeable
  record CountJson(String value, long count, boolean chosen) {
    static CountJson of(FacetCount count) {
      return new CountJson(count.value(), count.count(), count.chosen());
    }
  }
}
