package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.LinkHealth;

/** The JSON API over real HTTP, with the real index. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningSearch search;

  SearchApiTest(@TempDir Path data) {
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

  private JsonNode search(String query) throws Exception {
    HttpResponse<String> response = search.get("/api/search?" + query);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private List<String> titles(String query) throws Exception {
    List<String> titles = new ArrayList<>();
    search("q=" + encoded(query))
        .get("results")
        .forEach(it -> titles.add(it.get("title").asText()));
    return titles;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void pageIsFoundByItsWordsAndShownWithItsHealth() throws Exception {
    search.put(
        Samples.page(
            "https://uktc.example/brain",
            "Childhood trauma and the brain",
            "How trauma shapes the brain.",
            "Children who were maltreated learn to expect danger."),
        Samples.placed("https://uktc.example/brain", "UK", "Free resources", "The brain film"),
        Samples.ok("https://uktc.example/brain"));

    JsonNode answer = search("q=maltreated+children");

    assertThat(answer.get("total").asInt()).isEqualTo(1);
    JsonNode result = answer.get("results").get(0);
    assertThat(result.get("url").asText()).isEqualTo("https://uktc.example/brain");
    assertThat(result.get("health").get("state").asText()).isEqualTo("ok");
    assertThat(result.get("snippet").asText()).contains("maltreated learn");
    assertThat(result.get("highlights").toString())
        .contains("{\"text\":\"maltreated\",\"hit\":true}");
  }

  @Test
  void curatorsWordsFindAPageThatDoesNotSayThem() throws Exception {
    search.put(
        Samples.page("https://a.example/x", "Module 4", "", "Some text"),
        Samples.placed("https://a.example/x", "Wales", "Training for schools", "E-learning"));

    assertThat(titles("training school")).containsExactly("Module 4");
  }

  @Test
  void acronymFindsItsLongForm() throws Exception {
    search.put(
        Samples.page("https://a.example/1", "Adverse childhood experiences", "", "About them."),
        Samples.page("https://a.example/2", "Space", "", "A place in space."));

    assertThat(titles("ACE")).containsExactly("Adverse childhood experiences");
    assertThat(titles("aces")).containsExactly("Adverse childhood experiences");
  }

  @Test
  void typoIsMendedAndSaid() throws Exception {
    search.put(Samples.page("https://a.example/1", "Trauma informed practice", "", "Trauma."));

    JsonNode answer = search("q=truama+practice");

    assertThat(answer.get("corrected").asText()).isEqualTo("trauma practice");
    assertThat(answer.get("total").asInt()).isEqualTo(1);
    assertThat(search("q=carb").get("total").asInt()).isZero();
  }

  @Test
  void brokenAndReplacedStandBelowAWorkingOneThatAnswersAsWell() throws Exception {
    String text = "The trauma toolkit for everyone.";
    search.put(
        Samples.page("https://a.example/1", "Trauma toolkit A", "", text),
        Samples.page("https://a.example/2", "Trauma toolkit B", "", text),
        Samples.page(
            "https://a.example/3", "Trauma toolkit C", "A little longer.", text + " More."),
        Samples.health(
            "https://a.example/1",
            new LinkHealth.Broken(FailureClass.NOT_FOUND, Samples.MORNING),
            new Explanation("404", "Error", "Remove")),
        Samples.health(
            "https://a.example/2",
            new LinkHealth.GoneInPlace(
                GoneKind.SUPERSEDED,
                Samples.MORNING,
                "has been replaced",
                Optional.of("https://a.example/new")),
            new Explanation("Replaced", "Old advice", "Replace")),
        Samples.ok("https://a.example/3"));

    assertThat(titles("trauma toolkit"))
        .containsExactly("Trauma toolkit C", "Trauma toolkit B", "Trauma toolkit A");
    JsonNode replaced = search("q=trauma+toolkit").get("results").get(1).get("health");
    assertThat(replaced.get("replacement").asText()).isEqualTo("https://a.example/new");
  }

  @Test
  void addressesThatEndAtOnePageAreOneResult() throws Exception {
    search.put(
        Samples.page("https://a.example/final", "Trauma page", "", "x"),
        redirected("https://a.example/old", "https://a.example/final"));

    assertThat(search("q=trauma").get("total").asInt()).isEqualTo(1);
  }

  private static signpost.events.PageEvent.PageRead redirected(String from, String to) {
    var page = Samples.page(to, "Trauma page", "", "x");
    return new signpost.events.PageEvent.PageRead(
        Samples.url(from),
        to,
        page.title(),
        page.lead(),
        page.text(),
        false,
        page.headings(),
        page.language(),
        page.outlinks(),
        page.media(),
        0,
        page.fetchedAt(),
        page.changedAt(),
        page.source(),
        page.fingerprint(),
        List.of(),
        List.of());
  }

  @Test
  void unknownParameterIsRefusedWithASuggestion() throws Exception {
    HttpResponse<String> response = search.get("/api/search?q=x&naton=Wales");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(JSON.readTree(response.body()).get("suggestion").asText()).isEqualTo("nation");
  }

  @Test
  void pagingPastTheEndIsEmptyAndPagingAnywhereIsRefused() throws Exception {
    search.put(Samples.page("https://a.example/1", "Trauma one", "", "x"));

    assertThat(search("q=trauma&page=3").get("results")).isEmpty();
    assertThat(search.get("/api/search?q=trauma&page=999999").statusCode()).isEqualTo(400);
    assertThat(search.get("/api/search?q=trauma&page=-1").statusCode()).isEqualTo(400);
    assertThat(search.get("/api/search?q=trauma&size=ten").statusCode()).isEqualTo(400);
  }
}
