package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same page at several addresses is one result, and the others can be reached from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CopiesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LONG = "Grief in schools takes many forms and lasts. ".repeat(20);

  private final RunningSearch search;

  CopiesTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeEach
  void clear() throws IOException {
    search.clear();
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private void read(String url, String title, String text) throws IOException {
    search.put(Samples.page(url, title, "", text));
  }

  private JsonNode search(String query) throws Exception {
    return JSON.readTree(search.get("/api/search?" + query).body());
  }

  private static List<String> urls(JsonNode answer) {
    List<String> urls = new ArrayList<>();
    answer.get("results").forEach(it -> urls.add(it.get("url").asText()));
    return urls;
  }

  private static List<String> copies(JsonNode answer) {
    List<String> copies = new ArrayList<>();
    answer.get("results").get(0).get("copies").forEach(it -> copies.add(it.asText()));
    return copies;
  }

  @Test
  void schemesSlashesMirrorsAndCopiesToPrintAreOneResultAtThePlainestAddress() throws Exception {
    read("http://a.example/grief", "Grief", LONG);
    read("https://a.example/grief/", "Grief", LONG);
    read("https://a.example/grief", "Grief", LONG);
    read("https://a.example/grief?print=1", "Grief, to print", LONG + "  ");
    read("https://mirror.a.example/grief", "Grief", LONG);

    JsonNode answer = search("q=grief");
    assertThat(urls(answer)).containsExactly("https://a.example/grief");
    assertThat(answer.get("total").asInt()).isEqualTo(1);
    assertThat(copies(answer))
        .containsExactlyInAnyOrder(
            "http://a.example/grief",
            "https://a.example/grief/",
            "https://a.example/grief?print=1",
            "https://mirror.a.example/grief");
    String page = search.get("/search?q=grief").body();
    assertThat(page).contains("The same can be read at", "and 1 more addresses");
  }

  @Test
  void placedCopyIsShownHoweverLongItsAddress() throws Exception {
    read("https://a.example/", "Grief", LONG);
    read("http://a.example/a/long/way/to/grief", "Grief", LONG);
    search.put(
        Samples.placed("http://a.example/a/long/way/to/grief", "Wales", "Loss", "About grief"));

    JsonNode answer = search("q=grief");
    assertThat(urls(answer)).containsExactly("http://a.example/a/long/way/to/grief");
    assertThat(copies(answer)).containsExactly("https://a.example/");
    assertThat(answer.at("/results/0/placements")).hasSize(1);
  }

  @Test
  void countsAndPagesAreThoseOfWhatIsShown() throws Exception {
    for (int i = 0; i < 90; i++) {
      read("https://a.example/" + i, "Grief " + i, LONG + i);
      read("https://b.example/" + i + ".pdf", "Grief " + i, LONG + i);
    }

    List<String> seen = new ArrayList<>();
    String next = "q=grief&size=20";
    while (!next.isEmpty()) {
      JsonNode answer = search(next);
      assertThat(answer.get("total").asInt()).isEqualTo(90);
      assertThat(answer.at("/facets/format/0/count").asInt()).isEqualTo(90);
      assertThat(answer.at("/facets/format")).hasSize(1);
      seen.addAll(urls(answer));
      next = answer.path("next").asText().replaceFirst("^[^?]*\\?", "");
    }
    assertThat(seen).hasSize(90).allMatch(url -> url.startsWith("https://a.example/"));
    assertThat(new HashSet<>(seen)).hasSize(90);
  }

  @Test
  void copyIsFoundByItsOwnHost() throws Exception {
    read("https://a.example/grief", "Grief", LONG);
    read("https://mirror.example/grief", "Grief", LONG);

    assertThat(urls(search("q=grief&host=mirror.example")))
        .containsExactly("https://mirror.example/grief");
  }

  @Test
  void fewWordsUnderOtherTitlesAreNoCopies() throws Exception {
    read("https://a.example/1", "Grief one", "Please enable JavaScript");
    read("https://a.example/2", "Grief two", "Please enable JavaScript");
    read("https://a.example/3", "Grief three", "");
    read("https://a.example/4", "Grief four", "");

    assertThat(search("q=grief").get("total").asInt()).isEqualTo(4);
  }

  @Test
  void pageLikeItIsNotItsOwnCopyNorComesTwice() throws Exception {
    read("https://a.example/grief", "Grief in schools", LONG);
    read("https://mirror.example/grief", "Grief in schools", LONG);
    read("https://a.example/loss", "Grief and schools: forms of loss", LONG + "And more.");
    read("http://a.example/loss", "Grief and schools: forms of loss", LONG + "And more.");

    JsonNode related =
        JSON.readTree(search.get("/api/resources/related?url=https://a.example/grief").body());
    assertThat(urls(related)).doesNotContain("https://mirror.example/grief");
    assertThat(urls(related)).doesNotContain("http://a.example/loss");
  }
}
