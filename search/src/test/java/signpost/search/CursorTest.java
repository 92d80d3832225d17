package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going through all results with {@code next}, while the world goes on. */
class CursorTest {
  private static final int PAGES = 23;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningSearch search;

  CursorTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeEach
  void fill() throws IOException {
    for (int i = 0; i < PAGES; i++) {
      put(i, "trauma ".repeat(i + 1));
    }
  }

  @AfterEach
  void stop() {
    search.close();
  }

  private static String address(int number) {
    return "https://page" + number + ".example/";
  }

  private void put(int number, String text) throws IOException {
    search.put(Samples.page(address(number), "Page " + number, "", text));
  }

  private JsonNode ask(String path) throws Exception {
    HttpResponse<String> answer = search.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static List<String> urls(JsonNode answer) {
    List<String> urls = new ArrayList<>();
    answer.get("results").forEach(it -> urls.add(it.get("url").asText()));
    return urls;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/search?q=trauma&size=5",
        "/api/search?q=trauma&sort=changed&size=5",
        "/api/search?size=4"
      })
  void everyResultComesOnce(String first) throws Exception {
    List<String> all = new ArrayList<>();
    for (JsonNode page = ask(first); ; page = ask(page.get("next").asText())) {
      all.addAll(urls(page));
      if (!page.has("next")) {
        break;
      }
    }
    assertThat(all).hasSize(PAGES).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNewAboveMakesNothingComeTwice() throws Exception {
    JsonNode first = ask("/api/search?q=trauma&size=5");
    put(100, "trauma ".repeat(60));
    put(101, "trauma ".repeat(61));
    JsonNode second = ask(first.get("next").asText());
    assertThat(urls(second)).hasSize(5).doesNotContainAnyElementsOf(urls(first));
  }

  @Test
  void goesOnWhereTheLastResultStoodWhenThatIsGone() throws Exception {
    JsonNode first = ask("/api/search?q=trauma&size=5");
    String last = urls(first).getLast();
    search.put(Samples.page(last, "Something else", "", "Nothing of the kind."));
    assertThat(urls(ask(first.get("next").asText()))).hasSize(5).doesNotContain(last);
  }

  @Test
  void cursorsOfOtherSearchesAndNonsenseAreRefusedClearly() throws Exception {
    String cursor = ask("/api/search?q=trauma&size=5").get("cursor").asText();
    for (String wrong :
        List.of(
            "/api/search?q=training&size=5&cursor=" + cursor,
            "/api/search?q=trauma&size=5&sort=changed&cursor=" + cursor,
            "/api/search?q=trauma&size=5&cursor=xyz",
            "/api/search?q=trauma&size=5&cursor=%00%F0%9F%98%80",
            "/api/search?q=trauma&size=5&page=2&cursor=" + cursor)) {
      HttpResponse<String> answer = search.get(wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(answer.body()).contains("cursor");
    }
  }

  @Test
  void pagesOfPeopleTakeNoCursor() throws Exception {
    assertThat(search.get("/search?q=trauma&cursor=x").statusCode()).isEqualTo(400);
  }

  @Test
  void nextAsksWithTheCursorAndTheLastPageHasNeither() throws Exception {
    JsonNode first = ask("/api/search?q=trauma&size=20");
    assertThat(first.get("next").asText()).endsWith("&cursor=" + first.get("cursor").asText());
    JsonNode last = ask(first.get("next").asText());
    assertThat(last.has("next")).isFalse();
    assertThat(last.has("cursor")).isFalse();
  }

  @Test
  void nextKeepsWhatWasLeftOut() throws Exception {
    JsonNode first = ask("/api/search?q=trauma&size=5&facets=false&highlights=false");
    assertThat(first.get("next").asText()).contains("facets=false").contains("highlights=false");
    assertThat(first.get("facets")).isEmpty();
    assertThat(search.get("/api/search?facets=no").statusCode()).isEqualTo(400);
  }
}
