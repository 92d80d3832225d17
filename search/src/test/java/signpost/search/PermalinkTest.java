package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each state of a search has one address, and the address brings the state back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PermalinkTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningSearch search;

  PermalinkTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeAll
  void fill() throws IOException {
    SampleWorld.fill(search);
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private JsonNode answer(String address) throws Exception {
    HttpResponse<String> response = search.get(address);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private String self(String parameters) throws Exception {
    return answer("/api/search?" + parameters).get("self").asText();
  }

  @Test
  void orderOfParametersAndWhatIsUsualMakeNoOtherAddress() throws Exception {
    String address = "/api/search?q=trauma&nation=UK&nation=Wales&host=a.example";
    for (String parameters :
        List.of(
            "q=trauma&nation=UK&nation=Wales&host=a.example",
            "nation=Wales&host=a.example&nation=UK&q=+trauma+",
            "q=trauma&nation=UK&nation=Wales&nation=UK&host=a.example&page=1&size=10",
            "q=trauma&nation=UK&nation=Wales&host=a.example&sort=relevance&label=&format=+")) {
      assertThat(self(parameters)).isEqualTo(address);
    }
    assertThat(self("")).isEqualTo(self("q=++&sort=changed")).isEqualTo("/api/search");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trauma",
        "free training & \"school staff\"",
        "a+b=c?d#e%20f",
        "ngwasanaeth iechyd – ŵyl",
        "👩‍👩‍👧 مرحبا",
        "𝐭𝐫𝐚𝐮𝐦𝐚"
      })
  void addressBringsTheStateBack(String words) throws Exception {
    String encoded = URLEncoder.encode(words, UTF_8);
    JsonNode first =
        answer("/api/search?q=" + encoded + "&nation=" + encoded + "&sort=changed&size=2&page=2");

    assertThat(answer(first.get("self").asText())).isEqualTo(first);
    assertThat(first.get("query").asText()).isEqualTo(words);
  }

  @Test
  void pageNamesItsOneAddress() throws Exception {
    assertThat(search.get("/search?sort=changed&nation=Wales&q=trauma").body())
        .contains(
            "<link rel=\"canonical\" href=\"/search?q=trauma&amp;nation=Wales&amp;sort=changed\">");
  }
}
