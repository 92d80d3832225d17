package signpost.search.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.search.api.SearchParameters;
import signpost.search.mcp.SearchOutput.FoundItem;
import signpost.search.query.SearchResults;
import signpost.search.query.SearchResults.TotalHits;

/** What models are told of how much was found. */
final class SearchOutputTest {
  private static final FoundItem GUIDE =
      new FoundItem(
          "guide",
          Optional.empty(),
          Optional.empty(),
          Optional.of("snap"),
          "Snap",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          List.of(),
          false,
          Optional.empty());

  @Test
  void numberThatIsOnlyTheLeastIsSaidToBe() {
    SearchOutput found =
        SearchOutput.of(
            SearchParameters.read(HttpRequest.GET("/").getParameters()),
            new SearchResults(
                new TotalHits(1_000, true),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty()));

    assertThat(found.more()).isTrue();
    assertThat(new SearchOutput("care", false, 1_000, found.more(), 1, List.of(GUIDE)).words())
        .startsWith("1 of more than 1000 for “care”.");
    assertThat(new SearchOutput("", false, 1, false, 1, List.of(GUIDE)).words())
        .startsWith("1 of 1.\n");
  }
}
