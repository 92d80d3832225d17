package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.ResourceListed;

/** What results can be narrowed by, and the counts beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FacetsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningSearch search;

  FacetsTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeAll
  void fill() throws IOException {
    put("https://www.gov.uk/one", "One", "England", "role:health", "level:in-depth", "type:pdf");
    put("https://assets.publishing.service.gov.uk/two.pdf", "Two", "England", "role:all");
    put("https://acehubwales.com/three", "Three", "Wales", "role:all", "Role: Manager", "urgent");
    put("https://www.council.example/four", "Four", "Wales", "role:social-care", "colour:red");
    search.put(Samples.ok("https://www.gov.uk/one"));
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private void put(String url, String title, String nation, String... labels) throws IOException {
    search.put(
        Samples.page(url, "Trauma " + title, "", "Text"),
        new ResourceListed(
            Samples.url(url),
            PlacementStatus.ACTIVE,
            List.of(new PlacementRef("snap", "Section", title, 1)),
            List.of("mk"),
            Optional.of(nation),
            List.of(labels),
            false));
  }

  private JsonNode search(String query) throws Exception {
    HttpResponse<String> response = search.get("/api/search?" + query);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static List<String> titles(JsonNode answer) {
    List<String> titles = new ArrayList<>();
    answer.get("results").forEach(it -> titles.add(it.get("title").asText()));
    return titles;
  }

  /** Each as "value count", a chosen one with a star. */
  private static List<String> counts(JsonNode answer, String facet) {
    List<String> counts = new ArrayList<>();
    answer
        .get("facets")
        .path(facet)
        .forEach(it ->
            counts.add(
                it.get("value").asText()
                    + " "
                    + it.get("count").asLong()
                    + (it.get("chosen").asBoolean() ? "*" : "")));
    return counts;
  }

  @Test
  void labelsWithAKnownPrefixAreFacetsOfTheirOwn() throws Exception {
    JsonNode answer = search("q=trauma");

    assertThat(counts(answer, "level")).containsExactly("in-depth 1");
    assertThat(counts(answer, "type")).containsExactly("pdf 1");
    assertThat(counts(answer, "label")).containsExactlyInAnyOrder("urgent 1", "colour:red 1");
    assertThat(counts(answer, "nation")).containsExactlyInAnyOrder("England 2", "Wales 2");
    assertThat(counts(answer, "format")).containsExactlyInAnyOrder("html 3", "pdf 1");
    assertThat(counts(answer, "health")).containsExactlyInAnyOrder("not-checked 3", "ok 1");
    assertThat(counts(answer, "guide")).containsExactly("snap 4");
    assertThat(counts(answer, "language")).containsExactly("en 4");
  }

  @Test
  void hostsOfOnePublisherCountTogether() throws Exception {
    JsonNode answer = search("q=trauma&publisher=GOV.UK");

    assertThat(titles(answer)).containsExactlyInAnyOrder("Trauma One", "Trauma Two");
    assertThat(counts(answer, "publisher"))
        .containsExactlyInAnyOrder("GOV.UK 2*", "ACE Hub Wales 1", "council.example 1");
    assertThat(answer.get("results").get(0).get("publisher").asText()).isEqualTo("GOV.UK");
  }

  @Test
  void hostIsAFilterButNoFacet() throws Exception {
    JsonNode answer = search("q=trauma&host=www.gov.uk");

    assertThat(titles(answer)).containsExactly("Trauma One");
    assertThat(answer.get("facets").has("host")).isFalse();
    assertThat(titles(search("q=trauma&host=gov.uk"))).isEmpty();
    assertThat(titles(search("q=trauma&host=WWW.GOV.UK&host=acehubwales.com"))).hasSize(2);
  }

  @Test
  void whatSuitsEverybodyIsFoundWhicheverRoleIsAskedFor() throws Exception {
    assertThat(titles(search("q=trauma&role=health")))
        .containsExactlyInAnyOrder("Trauma One", "Trauma Two", "Trauma Three");
    assertThat(titles(search("q=trauma&role=all")))
        .containsExactlyInAnyOrder("Trauma Two", "Trauma Three");
    assertThat(titles(search("q=trauma&role=manager")))
        .containsExactlyInAnyOrder("Trauma Two", "Trauma Three");
  }

  @Test
  void countOfARoleIsWhatChoosingItFinds() throws Exception {
    JsonNode answer = search("q=trauma");

    assertThat(counts(answer, "role"))
        .containsExactlyInAnyOrder("all 2", "health 3", "social-care 3");
    assertThat(search("q=trauma&role=health").get("total").asInt()).isEqualTo(3);
    assertThat(search("q=trauma&role=social-care").get("total").asInt()).isEqualTo(3);
  }

  @Test
  void countsOfAFacetStayPutAndTheOthersNarrow() throws Exception {
    JsonNode answer = search("q=trauma&role=health&nation=Wales");

    assertThat(titles(answer)).containsExactly("Trauma Three");
    assertThat(counts(answer, "nation")).containsExactlyInAnyOrder("England 2", "Wales 1*");
    assertThat(counts(answer, "role"))
        .containsExactlyInAnyOrder("all 1", "social-care 2", "health 1*");
    assertThat(counts(answer, "publisher")).containsExactly("ACE Hub Wales 1");
  }

  @Test
  void valuesOfOneFacetAddUp() throws Exception {
    assertThat(search("q=trauma&nation=Wales&nation=England").get("total").asInt()).isEqualTo(4);
  }

  @Test
  void valueNobodyHasFindsNothingAndIsShownAsChosen() throws Exception {
    JsonNode answer = search("q=trauma&nation=Atlantis");

    assertThat(answer.get("total").asInt()).isZero();
    assertThat(counts(answer, "nation"))
        .containsExactlyInAnyOrder("England 2", "Wales 2", "Atlantis 0*");
  }

  @Test
  void pagesNameFacetsAndValuesInWords() throws Exception {
    assertThat(search.get("/search?q=trauma&role=social-care").body())
        .contains("<summary>Who it is for</summary>")
        .contains("<bdi>Everybody</bdi>")
        .contains("Who it is for: <bdi>Social care</bdi>")
        .contains("<bdi>GOV.UK</bdi>");
    assertThat(search.get("/search?q=trauma").body()).contains("<bdi>In depth</bdi>");
  }
}
