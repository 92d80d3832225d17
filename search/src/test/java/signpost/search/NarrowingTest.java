package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A filter leaves as many results as its count said. */
final class NarrowingTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static void put(RunningSearch search, int number, String words) throws Exception {
    String url = "https://h" + number % 2 + ".example/" + number;
    search.put(Samples.page(url, "Page " + number, "", words + " x" + number));
  }

  private static JsonNode answer(RunningSearch search, String query) throws Exception {
    return JSON.readTree(search.get("/api/search?" + query).body());
  }

  @Test
  void filterAsksForNoFewerWordsThanWereFoundWithout(@TempDir Path data) throws Exception {
    try (RunningSearch search = RunningSearch.withoutBroker(data)) {
      String both = "grief school";
      String[] words = {both, both, both, "grief", "school", "school"};
      for (int i = 0; i < words.length; i++) {
        put(search, i, words[i]);
      }

      JsonNode all = answer(search, "q=grief+school");
      assertThat(all.get("relaxed").asBoolean()).isFalse();
      assertThat(all.at("/facets/publisher")).hasSize(2);
      for (JsonNode count : all.at("/facets/publisher")) {
        String value = count.get("value").asText();
        JsonNode left = answer(search, "q=grief+school&publisher=" + value);
        assertThat(left.get("total").asInt()).as(value).isEqualTo(count.get("count").asInt());
        assertThat(left.get("relaxed").asBoolean()).isFalse();
      }
    }
  }

  @Test
  void whereNothingIsLeftTheQuestionIsAskedWithinTheFilterAlone(@TempDir Path data)
      throws Exception {
    try (RunningSearch search = RunningSearch.withoutBroker(data)) {
      put(search, 0, "grief school");
      put(search, 2, "grief school");
      put(search, 4, "grief school");
      put(search, 1, "grief alone");

      JsonNode left = answer(search, "q=grief+school&host=h1.example");
      assertThat(left.get("total").asInt()).isOne();
      assertThat(left.get("relaxed").asBoolean()).isTrue();
    }
  }
}
