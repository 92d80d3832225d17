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
import signpost.events.LinkHealth;
import signpost.events.PageEvent.PageRead;
import signpost.events.PageEvent.PageTranslation;

/** Resources like one: what is offered beside it, and what is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RelatedTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REFUGEES = "https://a.example/refugees";

  private final RunningSearch search;

  RelatedTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeEach
  void fill() throws IOException {
    search.clear();
    search.put(
        Samples.page(
            REFUGEES,
            "Trauma, war and asylum",
            "How schools welcome refugee children who fled war.",
            "Text"),
        Samples.ok(REFUGEES));
    ok("https://b.example/1", "Refugee children in schools", "Welcome children who fled war.");
    ok("https://b.example/2", "Bereavement", "When somebody dies: advice for families.");
    ok("https://b.example/3", "Sleep", "How teenagers sleep better: advice for parents.");
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private void ok(String url, String title, String lead) throws IOException {
    search.put(Samples.page(url, title, lead, "Text"), Samples.ok(url));
  }

  private static String related(String url) {
    return "/api/resources/related?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
  }

  private List<String> titles(String url) throws Exception {
    HttpResponse<String> response = search.get(related(url));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode answer = JSON.readTree(response.body());
    List<String> titles = new ArrayList<>();
    answer.get("results").forEach(it -> titles.add(it.get("title").asText()));
    return titles;
  }

  /** A page read at {@code url}, ending at {@code end}, that is in Welsh at {@code welsh}. */
  private static PageRead copy(String url, String end, String title, String welsh) {
    PageRead page =
        Samples.page(url, title, "How schools welcome refugee children who fled war.", "Text");
    return new PageRead(
        page.page(),
        end,
        page.title(),
        page.lead(),
        page.text(),
        page.truncated(),
        page.headings(),
        page.language(),
        page.outlinks(),
        page.media(),
        page.pages(),
        page.fetchedAt(),
        Optional.empty(),
        page.source(),
        page.fingerprint(),
        page.ignored(),
        List.of(new PageTranslation("cy", Samples.url(welsh))));
  }

  @Test
  void pageOfTheSameSubjectIsOfferedAndOthersAreNot() throws Exception {
    assertThat(titles(REFUGEES)).containsExactly("Refugee children in schools");
  }

  @Test
  void curatorsWordsMakePagesAlikeToo() throws Exception {
    search.put(
        Samples.page("https://c.example/4", "Module 4", "", "Text"),
        Samples.placed("https://c.example/4", "UK", "Refugee children who fled war", "Schools"));

    assertThat(titles(REFUGEES)).contains("Module 4");
  }

  @Test
  void workingOnesComeFirst() throws Exception {
    String broken = "https://c.example/broken";
    search.put(
        Samples.page(
            broken,
            "Trauma, war, asylum and refugee children",
            "How schools welcome refugee children who fled war.",
            "Text"),
        Samples.health(
            broken,
            new LinkHealth.Broken(FailureClass.NOT_FOUND, Samples.MORNING),
            new Explanation("404", "Error", "Remove")));

    assertThat(titles(REFUGEES))
        .containsExactly("Refugee children in schools", "Trauma, war, asylum and refugee children");
  }

  @Test
  void itselfUnderAnotherAddressAndItsTranslationAreNotOffered() throws Exception {
    String welsh = "https://cymraeg.example/pecyn";
    search.put(
        copy("https://a.example/old", REFUGEES, "Trauma, war and asylum", welsh),
        copy(welsh, welsh, "Trauma, war and asylum (in Welsh)", REFUGEES),
        copy(
            "https://d.example/x",
            "https://d.example/x",
            "Refugee children and war: Welsh copy elsewhere",
            "https://d.example/cy"));

    assertThat(titles(REFUGEES))
        .containsExactlyInAnyOrder(
            "Refugee children in schools", "Refugee children and war: Welsh copy elsewhere");
  }

  @Test
  void resourcePageOffersThem() throws Exception {
    String url = URLEncoder.encode(REFUGEES, StandardCharsets.UTF_8);
    assertThat(search.get("/resource?url=" + url).body())
        .contains("Resources like this one")
        .contains("Refugee children in schools");
    assertThat(search.get("/resource?url=https%3A%2F%2Fb.example%2F3").body())
        .doesNotContain("Resources like this one");
  }

  @Test
  void addressNobodyKnowsIsNotFoundAndMistakesAreSaid() throws Exception {
    assertThat(search.get(related("https://nowhere.example/")).statusCode()).isEqualTo(404);
    assertThat(search.get("/api/resources/related").statusCode()).isEqualTo(400);
    assertThat(search.get(related(REFUGEES) + "&size=0").statusCode()).isEqualTo(400);
    assertThat(search.get(related(REFUGEES) + "&sise=3").body())
        .contains("\"suggestion\":\"size\"");
  }
}
