package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every page over real HTTP: what it says, and what it never lets through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesTest {
  private final RunningSearch search;

  PagesTest(@TempDir Path data) {
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

  private HttpResponse<String> page(String path, int status) throws Exception {
    HttpResponse<String> response = search.get(path);
    assertThat(response.statusCode()).as(path + "\n" + response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    return response;
  }

  private static String resource(String url) {
    return "/resource?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
  }

  @Test
  void everyPageOpensAndIsSmall() throws Exception {
    for (String path : SampleWorld.PAGES) {
      HttpResponse<String> response = page(path, 200);
      assertThat(response.headers().firstValue("content-type")).hasValue("text/html;charset=utf-8");
      assertThat(response.body().length()).as(path).isLessThan(60_000);
      assertThat(response.body().replace("<script type=\"application/ld+json\">", ""))
          .containsOnlyOnce("<script");
    }
  }

  @Test
  void supersededResourceSaysWhatReplacesItWhereverItStands() throws Exception {
    for (String path :
        List.of(resource(SampleWorld.TOOLKIT), "/guide/snap", "/search?q=toolkit+scotland")) {
      assertThat(page(path, 200).body())
          .contains("Replaced")
          .contains("href=\"https://www.traumatransformation.example/\"")
          .contains("rel=\"noopener noreferrer nofollow\"");
    }
  }

  @Test
  void guideShowsEveryPlacementAndTheOneWithoutAddress() throws Exception {
    assertThat(page("/guide/snap", 200).body())
        .contains("Address unknown")
        .contains("Addressing Childhood Adversity &amp; Trauma")
        .contains("Toolkit – Scotland")
        .contains("No longer works");
  }

  @Test
  void guideIsNarrowedByWhatItsCuratorsSay() throws Exception {
    assertThat(page("/guide/snap", 200).body())
        .contains("href=\"/guide/snap?role=manager\"")
        .contains("<bdi>Manager</bdi> <span class=\"sp-quiet\">(3)</span>")
        .contains("href=\"#section-4\"");
    assertThat(page("/guide/snap?role=manager&level=in-depth", 200).body())
        .contains("1 of 10 resources.")
        .contains("Trauma-Informed Wales Framework")
        .contains("href=\"/guide/snap?level=in-depth\" aria-current=\"true\"")
        .doesNotContain("A leaflet for schools");
    assertThat(page("/guide/snap?role=nobody", 200).body()).contains("2 of 10 resources.");
    assertThat(page("/guide/snap?rol=school", 400).body()).contains("Did you mean");
  }

  @Test
  void historyTellsEachRevisionAndLeadsToItsPage() throws Exception {
    assertThat(page(resource(SampleWorld.HELPLINE), 200).body())
        .contains("The helpline number changed.")
        .contains("Contact details or opening hours · Worth a look")
        .contains("The publisher’s note: <bdi>New number</bdi>")
        .contains("href=\"" + SampleWorld.revision(2, "").replace("&", "&amp;") + "\"");
  }

  @Test
  void wordsThatAreIgnoredAreSaidToBe() throws Exception {
    assertThat(page(resource(SampleWorld.HELPLINE), 200).body())
        .contains("we do not tell changes of them")
        .contains("“<bdi>Visitor number</bdi>”");
  }

  @Test
  void thePageInItsOtherLanguageIsOffered() throws Exception {
    assertThat(page(resource(SampleWorld.HELPLINE), 200).body())
        .contains("· also in</span> <a class=\"govuk-link\" href=\"https://cymraeg.example/pecyn\"")
        .contains("<bdi>Welsh</bdi>");
  }

  @Test
  void changedWordsAreMarkedForEyesAndEars() throws Exception {
    assertThat(page(SampleWorld.revision(2, ""), 200).body())
        .contains("Under “<bdi>Call us</bdi>”")
        .contains("<del><span class=\"govuk-visually-hidden\"> [taken out: </span><bdi>0800 1111")
        .contains("<ins><span class=\"govuk-visually-hidden\"> [put in: </span><bdi>0800 2222")
        .contains("view=beside\">", "Show old and new words side by side</a>")
        .contains("Later: revision 3")
        .doesNotContain("Earlier:");
  }

  @Test
  void largeRevisionSaysWhatMovedAndThatItIsPartial() throws Exception {
    assertThat(page(SampleWorld.revision(3, "&view=beside"), 200).body())
        .contains("Moved, its words unchanged")
        .contains("too large to compare in full")
        .contains("At the beginning of the page")
        .contains("It was not there.")
        .contains("It is no longer there.")
        .contains("Earlier: revision 2");
  }

  @Test
  void revisionNobodyKeepsAndLayoutNobodyKnowsAreMistakes() throws Exception {
    assertThat(page(SampleWorld.revision(9, ""), 404).body()).contains("no such revision");
    assertThat(page(SampleWorld.revision(2, "&view=upside-down"), 400).body()).contains("mistake");
    page("/resource/revision?url=x", 400);
  }

  @Test
  void pageWithItsStylesheetAndScriptIsFewBytesOnTheWire() throws Exception {
    for (String path : SampleWorld.PAGES) {
      String body = page(path, 200).body();
      int bytes = bytesOnTheWire(path);
      Matcher asset = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"").matcher(body);
      while (asset.find()) {
        bytes += bytesOnTheWire(asset.group(1));
      }
      assertThat(bytes).as(path).isBetween(10_000, 60_000);
    }
  }

  private int bytesOnTheWire(String path) throws Exception {
    HttpResponse<byte[]> answer = search.getCompressed(path);
    if (!path.endsWith(".svg")) {
      assertThat(answer.headers().firstValue("content-encoding")).as(path).hasValue("gzip");
    }
    return answer.body().length;
  }

  @Test
  void peopleAreOnNoPage() throws Exception {
    for (String path : SampleWorld.PAGES) {
      assertThat(page(path, 200).body())
          .as(path)
          .doesNotContain(SampleWorld.OWNER)
          .doesNotContainPattern("[\\w.]+@[\\w.]+\\.\\w");
    }
  }

  @Test
  void hostilePageIsShownAsText() throws Exception {
    for (String path : List.of("/search?q=zebra", resource(SampleWorld.HOSTILE), "/guide/snap")) {
      assertThat(page(path, 200).body())
          .doesNotContain("<img src=x")
          .doesNotContain("<script>")
          .doesNotContain("href=\"javascript:");
    }
  }

  @Test
  void mistakesGetPagesInTheSameLook() throws Exception {
    assertThat(page("/no-such-page", 404).body()).contains("Page not found").contains("sp-header");
    assertThat(page("/guide/none", 404).body()).contains("There is no guide of that name");
    assertThat(page(resource("https://nowhere.example/"), 404).body()).contains("do not watch");
    assertThat(page("/search?q=x&naton=y", 400).body()).contains("Did you mean");
    assertThat(page("/changes?page=many", 400).body()).contains("mistake");
    assertThat(page("/api/none", 404).headers().firstValue("content-type"))
        .hasValue("application/problem+json");
  }

  @Test
  void addressNobodyCanReadIsAMistakeOfItsWriter() throws Exception {
    try (Socket socket =
        new Socket(InetAddress.ofLiteral("127.0.0.1"), search.address().getPort())) {
      String request = "GET /search?q=%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void aGuidesSumsAreTheSameWhereverTheyStand() throws Exception {
    assertThat(sums("/")).isEqualTo(sums("/guide/snap"));
    assertThat(sums("/guides")).isEqualTo(sums("/guide/snap"));
  }

  private String sums(String path) throws Exception {
    Matcher sums =
        Pattern.compile("<ul class=\"sp-counts\">(.*?)</ul>", Pattern.DOTALL)
            .matcher(page(path, 200).body());
    assertThat(sums.find()).as(path).isTrue();
    return sums.group(1).replaceAll("\\s+", " ");
  }

  @Test
  void nothingFoundOffersWhatToTry() throws Exception {
    assertThat(page("/search?q=xylophones+quokkas", 200).body())
        .contains("0 results for", "What you can try")
        .contains("look through the guides");
  }

  @Test
  void stylesheetIsKeptForEverAndBringsNoForeignFont() throws Exception {
    String home = page("/", 200).body();
    int at = home.indexOf("/assets/");
    HttpResponse<String> css = search.get(home.substring(at, home.indexOf('"', at)));

    assertThat(css.statusCode()).isEqualTo(200);
    assertThat(css.headers().firstValue("cache-control")).get().asString().contains("immutable");
    assertThat(css.body()).doesNotContain("GDS Transport").doesNotContain("@font-face");
  }

  @Test
  void crawlControlSaysWhenTheCrawlerIsAway() throws Exception {
    assertThat(page("/crawl", 200).body()).contains("The crawler does not answer");
  }

  @Test
  void overviewSaysWhichPartIsAway() throws Exception {
    assertThat(page("/ops", 200).body())
        .contains("What needs you", "The crawler does not answer", "The notifier does not answer");
  }

  @Test
  void crawlControlSaysWhatOfSearchItselfDoesNotGetOn() {
    await()
        .untilAsserted(() ->
            assertThat(page("/crawl", 200).body())
                .contains(
                    "Something does not get on",
                    "Reading what happened into the index has been failing since",
                    "Kafka at " + RunningSearch.NO_BROKER + " does not answer"));
  }

  @Test
  void formFromAnotherSiteIsRefused() throws Exception {
    String form = "host=https%3A%2F%2Fa.example";
    assertThat(search.post("/crawl/pause", form, Map.of()).statusCode()).isEqualTo(403);
    assertThat(
            search
                .post("/crawl/pause", form, Map.of("origin", "https://evil.example"))
                .statusCode())
        .isEqualTo(403);
    Map<String, String> ours = Map.of("origin", search.opsAddress().toString());
    HttpResponse<String> pressed = search.post("/crawl/pause", form, ours);
    assertThat(pressed.statusCode()).isEqualTo(303);
    assertThat(pressed.headers().firstValue("location").orElseThrow())
        .startsWith("/crawl?did=away&"); // nobody is there, so nothing was changed
    assertThat(search.post("/crawl/pause", "", ours).statusCode()).isEqualTo(400);
  }

  @Test
  void apiTellsOfResourcesGuidesAndChanges() throws Exception {
    String url = URLEncoder.encode(SampleWorld.TOOLKIT, StandardCharsets.UTF_8);
    assertThat(search.get("/api/resources?url=" + url).body()).contains("\"superseded\"");
    assertThat(search.get("/api/guides/snap").body()).contains("Toolkit – Scotland");
    assertThat(search.get("/api/changes").body()).contains("0800 2222");
    assertThat(search.get("/api/resources?ulr=x").statusCode()).isEqualTo(400);
    assertThat(search.get("/api/resources?url=x").statusCode()).isEqualTo(404);
    String typed = url.replace("https", "HTTPS") + "%23top";
    assertThat(search.get("/api/resources?url=" + typed).body()).contains("\"superseded\"");
    assertThat(search.get("/api/resources/related?url=" + typed).statusCode()).isEqualTo(200);
  }
}
