package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.SharedBroker;
import signpost.search.embed.Embedding;
import signpost.search.index.PageIndex;

/** Search by meaning, with the real model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddingIT {
  private static final String BEREAVED = "https://help.example/bereavement";
  private static final String PARKING = "https://council.example/parking";
  private static final String SLEEP = "https://help.example/sleep";

  private final Path data;
  private RunningSearch search;

  EmbeddingIT(@TempDir Path data) {
    this.data = data;
    this.search = start();
  }

  private RunningSearch start() {
    return RunningSearch.start(
        data, SharedBroker.bootstrapServers(), "meaning.", Map.of("signpost.embedding", true));
  }

  @BeforeAll
  void fill() throws Exception {
    search.put(
        Samples.page(
            BEREAVED,
            "Supporting bereaved pupils",
            "What to say when a parent has died.",
            "Grief in young people often shows at school first."),
        Samples.page(
            PARKING,
            "Parking permits",
            "Apply for a permit.",
            "Residents may park on the roads named in the permit."),
        Samples.page(
            SLEEP,
            "Nightmares and sleep",
            "Bad dreams after frightening events.",
            "Children who have been hurt often sleep badly."));
    embedded();
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private void embedded() {
    await()
        .until(() ->
            search.bean(Embedding.class).model().isPresent()
                && search.bean(PageIndex.class).wanted(1).isEmpty());
  }

  private JsonNode answer(String query) throws Exception {
    return new ObjectMapper()
        .readTree(search.get("/api/search?q=" + query.replace(' ', '+')).body());
  }

  private List<String> found(String query) throws Exception {
    List<String> urls = new ArrayList<>();
    answer(query).get("results").forEach(it -> urls.add(it.get("url").asText()));
    return urls;
  }

  @Test
  void pageIsFoundByItsMeaningAlone() throws Exception {
    assertThat(found("child whose mum passed away")).startsWith(BEREAVED);
    assertThat(found("my daughter wakes up screaming at night")).startsWith(SLEEP);
  }

  @Test
  void whatIsOnlyNearIsSaidToBe() throws Exception {
    JsonNode near = answer("child whose mum passed away").get("results").get(0);
    assertThat(near.get("url").asText()).isEqualTo(BEREAVED);
    assertThat(near.get("near").asBoolean()).isTrue();
    assertThat(answer("bereaved pupils").get("results").get(0).get("near").asBoolean()).isFalse();
    assertThat(search.get("/search?q=child+whose+mum+passed+away").body())
        .contains("Near in meaning: it lacks some or all of these words.");
    assertThat(search.get("/search?q=bereaved+pupils").body())
        .doesNotContain("Near in meaning: it lacks");
  }

  @Test
  void pageAboutSomethingElseIsNoResult() throws Exception {
    assertThat(found("child whose mum passed away")).doesNotContain(PARKING);
    assertThat(found("xylophone repair manual")).isEmpty();
  }

  /** Two words of the dictionary, drawn by lot: what they bring up is near to nothing. */
  @Test
  void randomQuestionsFindNothing() throws Exception {
    List<String> random =
        List.of(
            "anvil lagoon",
            "brine trumpet",
            "cobalt vineyard",
            "ferry mustard",
            "glacier tariff",
            "hinge sonata",
            "lathe orchid",
            "magnet stirrup",
            "oboe gravel",
            "quarry velvet");
    for (String question : random) {
      assertThat(found(question)).as(question).isEmpty();
    }
  }

  @Test
  void numbersAndSingleLettersHaveNoMeaning() throws Exception {
    for (String question : List.of("1", "85258", "b", "c%2B%2B", "zzqx 7", "zzqx b")) {
      assertThat(found(question)).as(question).isEmpty();
    }
  }

  @Test
  void wordsStillCount() throws Exception {
    assertThat(found("parking")).startsWith(PARKING);
  }

  @Test
  void countOfEveryFilterIsWhatChoosingItFinds() throws Exception {
    for (String query : List.of("child whose mum passed away", "parking", "help for children")) {
      JsonNode answer = answer(query);
      for (String facet : List.of("publisher", "nation", "format", "health", "language")) {
        for (JsonNode count : answer.path("facets").path(facet)) {
          String value = count.get("value").asText();
          assertThat(answer(query + "&" + facet + "=" + value).get("total").asInt())
              .as("%s, %s: %s", query, facet, value)
              .isEqualTo(count.get("count").asInt());
        }
      }
    }
  }

  @Test
  void vectorsOutliveARestartAndChangedPagesGetNewOnes() throws Exception {
    await().until(() -> !search.bean(PageIndex.class).hasUncommitted());
    search.close();
    search = start();
    assertThat(search.bean(PageIndex.class).hasPassages()).isTrue();
    assertThat(search.bean(PageIndex.class).wanted(1)).isEmpty();
    search.put(
        Samples.page(
            "https://help.example/moved",
            "Volcanoes",
            "How lava is made.",
            "Magma rises where plates part."));
    embedded();
    assertThat(found("why do mountains erupt")).startsWith("https://help.example/moved");
  }
}
