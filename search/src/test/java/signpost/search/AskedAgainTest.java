package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same question asked again: by itself it gets the same answer, after a change the new one. */
final class AskedAgainTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningSearch search;

  AskedAgainTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeEach
  void fill() throws Exception {
    for (int i = 0; i < 12; i++) {
      put(i, "Trauma " + i);
    }
  }

  @AfterEach
  void stop() {
    search.close();
  }

  private void put(int number, String title) throws Exception {
    search.put(
        Samples.page(
            "https://page" + number + ".example/", title, "", "trauma ".repeat(number + 1)));
  }

  private String ask(String query) throws Exception {
    return search.get("/api/search?" + query).body();
  }

  private static List<String> titles(String answer) throws Exception {
    List<String> titles = new ArrayList<>();
    JsonNode results = JSON.readTree(answer).get("results");
    results.forEach(it -> titles.add(it.get("title").asText()));
    return titles;
  }

  @Test
  void theSameIsAnsweredToTheSame() throws Exception {
    String first = ask("q=trauma&format=html");

    assertThat(ask("q=trauma&format=html")).isEqualTo(first);
    assertThat(ask("q=trauma&format=html&facets=false")).isNotEqualTo(first);
  }

  @Test
  void whatHasComeSinceIsAmongTheResultsAtOnce() throws Exception {
    String before = ask("q=trauma&size=50");
    put(12, "A trauma more");

    String after = ask("q=trauma&size=50");

    assertThat(titles(before)).hasSize(12);
    assertThat(titles(after)).hasSize(13).contains("A trauma more");
  }

  @Test
  void whatIsCalledOtherwiseSinceIsShownSoAtOnce() throws Exception {
    assertThat(titles(ask("q=trauma&size=50"))).contains("Trauma 3");
    put(3, "Called otherwise");

    assertThat(titles(ask("q=trauma&size=50")))
        .contains("Called otherwise")
        .doesNotContain("Trauma 3");
  }

  @Test
  void anIndexThatIsBegunAnewKnowsNothingOfTheOneBefore() throws Exception {
    assertThat(titles(ask("q=trauma"))).isNotEmpty();
    search.clear();

    assertThat(titles(ask("q=trauma"))).isEmpty();
  }

  @Test
  void eachPageOfTheResultsIsAnAnswerOfItsOwn() throws Exception {
    String first = ask("q=trauma&size=5");
    String next = JSON.readTree(first).get("next").asText();

    List<String> second = titles(search.get(next).body());

    assertThat(second).hasSize(5).doesNotContainAnyElementsOf(titles(first));
    assertThat(titles(search.get(next).body())).isEqualTo(second);
    assertThat(ask("q=trauma&size=5")).isEqualTo(first);
  }
}
