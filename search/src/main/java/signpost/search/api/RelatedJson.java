package signpost.search.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import signpost.search.query.SearchHit;

/** Resources like one, as JSON; their snippets are their leads. */
@Serdeable
record RelatedJson(String url, List<ResultJson> results) {
  static RelatedJson of(String url, List<SearchHit.PageHit> related) {
    return new RelatedJson(url, related.stream().map(ResultJson::of).toList());
  }
}
