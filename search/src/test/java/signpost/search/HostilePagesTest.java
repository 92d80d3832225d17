package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.events.ResourceEvent.ResourceListed;

/** Whatever a page or a guide holds is shown as its words, and as no more than that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostilePagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Each is the title, lead, text and label of a page, with the word that finds it. */
  private static final List<String> WORDS =
      List.of(
          "aardvark <script>alert(1)</script> \"onmouseover=\"alert(2) ' --> ]]> &lt; ${7*7}",
          "badger \u202Eodd\u2066 \u202D one",
          "camel \u0000\u0001\u001B[2J\u0085\uFFFE\uFFFF \uD800 end",
          "dingo \uE000not a hit\uE001 plain",
          "echidna t" + "\u0301".repeat(5_000),
          "ferret 𝐦𝐚𝐭𝐡𝐞𝐦𝐚𝐭𝐢𝐜𝐚𝐥 " + "𝐀".repeat(1_500),
          "gibbon " + "long ".repeat(50_000),
          "hamster" + "x".repeat(100_000),
          "ibex </title></bdi></textarea><style>*{display:none}</style>");

  private final RunningSearch search;

  HostilePagesTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeAll
  void fill() throws IOException {
    List<GuidePlacement> lines = new ArrayList<>();
    for (String words : WORDS) {
      String url = url(words);
      String text = "";
      while (text.length() < 2_000) {
        text += words + ". ";
      }
      search.put(
          Samples.page(url, words, words, text),
          new ResourceListed(
              Samples.url(url),
              PlacementStatus.ACTIVE,
              List.of(new PlacementRef("zoo", words, words, 1)),
              List.of("mk"),
              Optional.of(words),
              List.of(words, "role:" + words),
              false),
          Samples.ok(url),
          Samples.change(url, words, 2));
      lines.add(
          new GuidePlacement(
              words,
              Optional.of(Samples.url(url)),
              PlacementStatus.ACTIVE,
              Optional.of(words),
              List.of(words)));
    }
    search.put(
        new GuideListed(
            "zoo",
            "Zoo " + WORDS.getFirst(),
            Optional.empty(),
            true,
            List.of("mk"),
            List.of(new GuideSection(WORDS.getFirst(), lines))));
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private static String name(String words) {
    return words.replaceFirst("(?s)[^a-z].*", "").replaceFirst("xxxx+", "");
  }

  private static String url(String words) {
    return "https://hostile.example/" + name(words);
  }

  static Stream<String> animals() {
    return WORDS.stream().map(HostilePagesTest::name);
  }

  private static String address(String animal) {
    return "?url=" + URLEncoder.encode("https://hostile.example/" + animal, UTF_8);
  }

  private String get(String path) throws Exception {
    HttpResponse<String> response = search.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  /** The hamster has no word of its own: a word of that length is cut in pieces. */
  private static String query(String animal) {
    return animal.equals("hamster") ? "nation=" : "q=" + animal;
  }

  @ParameterizedTest
  @MethodSource("animals")
  void pagesShowItEscapedIsolatedAndBounded(String animal) throws Exception {
    for (String path :
        List.of(
            "/search?" + query(animal),
            "/resource" + address(animal),
            "/resource/revision" + address(animal) + "&n=2",
            "/guide/zoo",
            "/source/hostile.example",
            "/guides",
            "/changes",
            "/")) {
      String page = get(path);
      assertThat(page)
          .as(path)
          .doesNotContain("<script>alert", "<style>", "</textarea>")
          .doesNotContainPattern("<[a-z][^<>]*\"onmouseover=\"")
          .doesNotContainPattern("[\\x00-\\x08\\x0B-\\x1F\\x7F\\u202A-\\u202E\\u2066-\\u2069]")
          .doesNotContain("\u0301".repeat(10));
      assertThat(page.length()).as(path).isLessThan(200_000);
    }
  }

  @ParameterizedTest
  @MethodSource("animals")
  void jsonGivesItAsWordsThatEnd(String animal) throws Exception {
    for (String path :
        List.of(
            "/api/search?" + query(animal),
            "/api/resources" + address(animal),
            "/api/resources/related" + address(animal),
            "/api/suggest?q=" + animal,
            "/api/guides/zoo",
            "/api/changes")) {
      everyText(JSON.readTree(get(path)))
          .forEach(text ->
              assertThat(text)
                  .as(path)
                  .doesNotContainPattern("[\\x00-\\x08\\x0B-\\x1F\\u202A-\\u202E\\u2066-\\u2069]")
                  .hasSizeLessThan(2_100));
    }
  }

  private static Stream<String> everyText(JsonNode node) {
    return node.isTextual()
        ? Stream.of(node.textValue())
        : node.valueStream().flatMap(HostilePagesTest::everyText);
  }

  @ParameterizedTest
  @MethodSource("animals")
  void feedsStayXml(String animal) throws Exception {
    for (String path :
        List.of("/search.atom?" + query(animal), "/changes.atom", "/guide/zoo.atom")) {
      String feed = get(path);
      assertThat(feed.length()).as(path).isLessThan(200_000);
      DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(feed.getBytes(UTF_8)));
      assertThat(feed)
          .doesNotContain("<script>alert")
          .doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069]");
    }
  }

  @Test
  void marksOfItsOwnAreNoHits() throws Exception {
    JsonNode result = JSON.readTree(get("/api/search?q=dingo")).get("results").get(0);

    List<String> hits = new ArrayList<>();
    result
        .get("highlights")
        .forEach(piece -> {
          if (piece.get("hit").asBoolean()) {
            hits.add(piece.get("text").asText());
          }
        });
    assertThat(hits).isNotEmpty().containsOnly("dingo");
    assertThat(get("/search?q=dingo")).contains("<mark class=\"sp-mark\">dingo</mark>");
  }

  @Test
  void absurdValuesOfFacetsCanBeChosen() throws Exception {
    JsonNode facets = JSON.readTree(get("/api/search")).get("facets");
    for (String facet : List.of("nation", "label", "role")) {
      for (JsonNode value : facets.get(facet)) {
        String chosen = URLEncoder.encode(value.get("value").asText(), UTF_8);
        JsonNode answer = JSON.readTree(get("/api/search?" + facet + "=" + chosen));
        assertThat(answer.get("total").asInt()).as(facet + "=" + chosen).isPositive();
      }
    }
  }
}
