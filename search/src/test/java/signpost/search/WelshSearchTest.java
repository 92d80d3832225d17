package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.events.PageEvent.PageRead;

/** Searching in Welsh, in any form of a word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WelshSearchTest {
  private static final String SERVICES = "https://cymru.example/gwasanaethau";
  private static final String FRAMEWORK = "https://cymru.example/fframwaith";
  private static final String GARDEN = "https://garden.example/plants";

  private final RunningSearch search;

  WelshSearchTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeAll
  void fill() throws IOException {
    search.put(
        welsh(
            SERVICES, "Gwasanaethau i blant", "Mae ein gwasanaethau yn helpu plant a theuluoedd."),
        welsh(FRAMEWORK, "Fframwaith trawma", "Dull Cymru gyfan o ymdrin â thrawma mewn ysgolion."),
        Samples.page(GARDEN, "Garden centre", "", "We sell seeds, soil and pots for the garden."));
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private static PageRead welsh(String url, String title, String text) {
    PageRead page = Samples.page(url, title, "", text);
    return new PageRead(
        page.page(),
        page.finalUrl(),
        page.title(),
        page.lead(),
        page.text(),
        page.truncated(),
        page.headings(),
        Optional.of("cy"),
        page.outlinks(),
        page.media(),
        page.pages(),
        page.fetchedAt(),
        page.changedAt(),
        page.source(),
        page.fingerprint(),
        page.ignored(),
        page.translations());
  }

  private JsonNode ask(String query) throws Exception {
    return new ObjectMapper()
        .readTree(search.get("/api/search?q=" + URLEncoder.encode(query, UTF_8)).body());
  }

  private static List<String> urls(JsonNode answer) {
    List<String> urls = new ArrayList<>();
    answer.get("results").forEach(it -> urls.add(it.get("url").asText()));
    return urls;
  }

  @ParameterizedTest
  @CsvSource({
    "ngwasanaeth, gwasanaethau",
    "wasanaethau, gwasanaethau",
    "nheulu, gwasanaethau",
    "phlant, gwasanaethau",
    "teulu, gwasanaethau",
    "drawma, fframwaith",
    "ysgol, fframwaith",
    "fframweithiau trawma, fframwaith"
  })
  void everyFormOfAWordFindsThePagesThatHaveAnother(String query, String page) throws Exception {
    JsonNode answer = ask(query);
    assertThat(urls(answer)).containsExactly("https://cymru.example/" + page);
    assertThat(answer.has("corrected")).isFalse();
  }

  @Test
  void smallWelshWordsAreNotAskedFor() throws Exception {
    assertThat(urls(ask("gwasanaeth ar gyfer y plant yn yr ysgol"))).contains(SERVICES);
  }

  @Test
  void englishWordsStayEnglish() throws Exception {
    assertThat(urls(ask("seeds pots"))).containsExactly(GARDEN);
  }

  @Test
  void pagesInWelshAreLeftAloneOnRequest() throws Exception {
    assertThat(urls(new ObjectMapper().readTree(search.get("/api/search?language=en").body())))
        .containsExactly(GARDEN);
    assertThat(urls(new ObjectMapper().readTree(search.get("/api/search?language=cy").body())))
        .containsExactlyInAnyOrder(SERVICES, FRAMEWORK);
  }
}
