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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.search.index.PageIndex;

/** Whatever is asked, there is an answer or a clear refusal, and nothing breaks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Wherever a person or a program can put words of their own. */
  private static final List<String> DOORS =
      List.of(
          "/search?q=",
          "/search.atom?q=",
          "/api/search?q=",
          "/api/suggest?q=",
          "/search?q=trauma&nation=",
          "/api/search?host=",
          "/api/search?role=");

  /** Where words name something that may not be there. */
  private static final List<String> NAMES =
      List.of(
          "/resource?url=",
          "/resource/revision?n=2&url=",
          "/api/resources?url=",
          "/api/resources/related?url=",
          "/guide/",
          "/api/guides/",
          "/source/",
          "/changes?of=",
          "/changes.atom?of=",
          "/api/changes?placed=");

  private final RunningSearch search;
  private final RawHttp http;

  BadInputTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
    http = new RawHttp(search.address());
  }

  @BeforeAll
  void fill() throws IOException {
    SampleWorld.fill(search);
    search.put(
        Samples.page("https://a.example/who", "Who is it for?", "", "About them."),
        Samples.page("https://a.example/be", "To be or not to be", "", "A play."),
        Samples.page("https://a.example/it", "It is what it is", "", "A saying."));
  }

  @AfterAll
  void stop() {
    search.close();
  }

  @Test
  void faultOfOurOwnIsCountedAndWhatIsAskedWronglyIsNot(@TempDir Path data) throws Exception {
    try (RunningSearch failing = RunningSearch.withoutBroker(data)) {
      assertThat(failing.get("/api/search?wrong=1").statusCode()).isEqualTo(400);
      assertThat(failing.get("/nowhere").statusCode()).isEqualTo(404);
      Map<String, String> origin = Map.of("origin", failing.address().toString());
      for (String form : List.of("t=%zz", "t=" + "a".repeat(100_000))) {
        assertThat(failing.post("/unsubscribe", form, origin).statusCode()).isBetween(400, 499);
      }
      assertThat(failing.get("/prometheus").body()).contains(failed(0));
      failing.bean(PageIndex.class).close();
      assertThat(failing.get("/api/search?q=trauma").statusCode()).isEqualTo(500);
      assertThat(failing.get("/prometheus").body()).contains(failed(1));
      assertThat(new McpClient(failing.address()).use("search", "{}").at("/error/code").asInt())
          .isEqualTo(-32603);
      assertThat(failing.get("/prometheus").body()).contains(failed(2));
    }
  }

  private static String failed(int times) {
    return "signpost_requests_failed_total{part=\"search\"} %d.0".formatted(times);
  }

  static List<String> oddities() {
    return List.of(
        "",
        " ",
        "trauma AND brain OR NOT child",
        "AND",
        "OR OR NOT",
        "*",
        "?",
        "tra*ma ?rain",
        "trauma~2 brain^10",
        "~",
        ":",
        "title:trauma",
        "((trauma",
        "trauma))",
        "[a TO z]",
        "{a TO",
        "^",
        "\\",
        "\\\"",
        "/trauma/",
        "/",
        "\"",
        "\"\"",
        "\"trauma",
        "\"trauma\" \"",
        "“trauma",
        "+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /",
        "a".repeat(10_000),
        "trauma ".repeat(1_400),
        "\"a b\" ".repeat(1_500),
        "?".repeat(10_000),
        "\u0000",
        "trau\u0000ma",
        "\u0001\u0007\u001B[31m\u007F\u0085",
        "trauma\r\nset-cookie: x=y",
        "the",
        "to be or not to be",
        "🧠",
        "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "مرحبا בעולם",
        "\u202Eamuart\u202C\u2066\u2069",
        "t\u0301\u0302\u0303" + "\u0300".repeat(2_000),
        "𝐭𝐫𝐚𝐮𝐦𝐚 𝒷𝓇𝒶𝒾𝓃",
        "ﬁ ǅ İ ß",
        "\uE000trauma\uE001",
        "\uFFFE\uFFFF\uFEFF",
        "a",
        "1",
        "0".repeat(400),
        "3.14159e309",
        "https://www.gov.uk/",
        "https://user:pw@[::1]:99999/%zz?q=#",
        "javascript:alert(1)",
        "../../../../etc/passwd",
        "' OR 1=1; DROP TABLE pages --",
        "<script>alert(1)</script>",
        "${7*7} #{7*7} {{7*7}}",
        "%s%n%x");
  }

  @ParameterizedTest
  @MethodSource("oddities")
  void anyWordsAreAnswered(String words) throws Exception {
    for (String door : DOORS) {
      RawHttp.Answer answer = http.get(door + URLEncoder.encode(words, UTF_8));

      assertThat(answer.status()).as(door + "\n" + answer.body()).isEqualTo(200);
      isHarmless(door, answer);
    }
  }

  @ParameterizedTest
  @MethodSource("oddities")
  void anyNameIsThereOrIsNot(String name) throws Exception {
    for (String door : NAMES) {
      RawHttp.Answer answer = http.get(door + URLEncoder.encode(name, UTF_8).replace("+", "%20"));

      assertThat(answer.status()).as(door + "\n" + answer.body()).isIn(200, 400, 404);
      isHarmless(door, answer);
    }
  }

  /** In JSON angle brackets are letters like others. */
  private static void isHarmless(String door, RawHttp.Answer answer) {
    assertThat(answer.body()).as(door).doesNotContain("\u0000");
    if (!answer.head().contains("json")) {
      assertThat(answer.body()).as(door).doesNotContain("<script>alert");
    }
  }

  static List<String> notEncoded() {
    return List.of(
        "%",
        "%2",
        "%zz",
        "trauma%",
        "%u0041",
        "%00",
        "%FF",
        "%C0%AF",
        "%C0%80",
        "%E0%80%AF",
        "%ED%A0%80",
        "%ED%A0%80%ED%B0%80",
        "%F4%90%80%80",
        "%F8%88%80%80%80",
        "%C3",
        "\u00E9",
        "<>\"{}|\\^`",
        "&&&=&=",
        "&q=",
        ";;;",
        "#fragment");
  }

  @ParameterizedTest
  @MethodSource("notEncoded")
  void bytesThatAreNoTextAreAnsweredOrRefused(String bytes) throws Exception {
    for (String door : Stream.concat(DOORS.stream(), NAMES.stream()).toList()) {
      RawHttp.Answer answer = http.get(door + bytes);

      assertThat(answer.status()).as(door + bytes + "\n" + answer.body()).isIn(200, 400, 404);
      assertThat(answer.body()).as(door).isNotEmpty().doesNotContain("\u0000");
    }
  }

  static List<String> refused() {
    return List.of(
        "page=0",
        "page=-1",
        "page=1000000000",
        "page=99999999999999999999",
        "page=1.5",
        "page=one",
        "page=%F0%9D%9F%8F",
        "size=0",
        "size=-1",
        "size=51",
        "size=1e1",
        "page=500&size=50",
        "sort=best",
        "facets=maybe",
        "cursor=x",
        "cursor=%00",
        "highlights=true&highlights=false",
        "sort=relevance&sort=changed",
        "q=a&q=b",
        "page=1&page=2",
        "Q=trauma",
        "nation%00=Wales",
        "nation[]=Wales",
        "=x",
        "%F0%9F%A7%A0=x",
        "nation=x&".repeat(3) + "colour=red",
        Stream.iterate(0, n -> n + 1)
            .limit(300)
            .map(n -> "nation=" + n)
            .reduce((a, b) -> a + "&" + b)
            .orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatCannotBeIsRefusedInWords(String parameters) throws Exception {
    for (String door : List.of("/search?", "/search.atom?", "/api/search?")) {
      RawHttp.Answer answer = http.get(door + parameters);

      assertThat(answer.status()).as(door + "\n" + answer.body()).isEqualTo(400);
    }
    JsonNode problem = JSON.readTree(http.get("/api/search?" + parameters).body());
    assertThat(problem.get("detail").asText()).isNotBlank().hasSizeLessThan(400);
  }

  @Test
  void wrongNameComesWithTheRightOne() throws Exception {
    assertThat(http.get("/api/search?queri=x&naton=Wales").body()).contains("\"detail\"");
    assertThat(suggestion("naton=Wales")).isEqualTo("nation");
    assertThat(suggestion("publishr=NHS")).isEqualTo("publisher");
    assertThat(suggestion("sise=3")).isEqualTo("size");
    assertThat(suggestion("sort=chnged")).isEqualTo("changed");
  }

  private String suggestion(String parameters) throws IOException {
    return JSON.readTree(http.get("/api/search?" + parameters).body()).path("suggestion").asText();
  }

  @Test
  void pagingPastTheEndIsEmpty() throws Exception {
    JsonNode answer = JSON.readTree(http.get("/api/search?q=trauma&page=100").body());

    assertThat(answer.get("results")).isEmpty();
    assertThat(answer.get("total").asInt()).isPositive();
    assertThat(http.get("/search?q=trauma&page=100").body()).contains("There is no page 100");
    assertThat(http.get("/api/changes?page=50").body()).contains("\"changes\":[]");
  }

  @Test
  void addressWithoutEndIsRefused() throws Exception {
    assertThat(http.get("/search?q=" + "a".repeat(100_000)).status()).isIn(400, 413, 414);
  }

  @Test
  void wordsThatSayNothingFindTheTitlesThatHoldThem() throws Exception {
    assertThat(titles("who is it")).startsWith("Who is it for?");
    assertThat(titles("to be")).containsExactly("To be or not to be");
    assertThat(titles("it is what it is")).containsExactly("It is what it is");
    assertThat(titles("the")).contains("Childhood Trauma and the Brain");
    assertThat(titles("the the the the")).isEmpty();
  }

  private List<String> titles(String words) throws IOException {
    List<String> titles = new ArrayList<>();
    JSON.readTree(http.get("/api/search?q=" + URLEncoder.encode(words, UTF_8)).body())
        .get("results")
        .forEach(it -> titles.add(it.get("title").asText()));
    return titles;
  }
}
