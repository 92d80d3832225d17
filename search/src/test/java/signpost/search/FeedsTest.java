package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.events.PageEvent.PageRead;

/** Feeds over real HTTP, read by a real XML parser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FeedsTest {
  private static final String OURS = "http://127.0.0.1:8080";

  private final RunningSearch search;
  private final HttpClient client = HttpClient.newHttpClient();

  FeedsTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeEach
  void fill() throws IOException {
    search.clear();
    SampleWorld.fill(search);
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(search.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private Element feed(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type"))
        .hasValue("application/atom+xml;charset=utf-8");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    Document parsed =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(response.body().getBytes(UTF_8)));
    assertThat(parsed.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.w3.org/2005/Atom");
    return parsed.getDocumentElement();
  }

  private static List<Element> all(Element within, String name) {
    NodeList found = within.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String text(Element within, String name) {
    return all(within, name).getFirst().getTextContent();
  }

  private static List<String> titles(Element feed) {
    return all(feed, "entry").stream().map(entry -> text(entry, "title")).toList();
  }

  private static String link(Element within, String rel) {
    return all(within, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(rel))
        .findFirst()
        .orElseThrow()
        .getAttribute("href");
  }

  private static PageRead changed(String url, String title, Instant at) {
    PageRead page = Samples.page(url, title, "", "About otters.");
    return new PageRead(
        page.page(),
        page.finalUrl(),
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
        Optional.of(at),
        page.source(),
        page.fingerprint(),
        page.ignored(),
        page.translations());
  }

  @Test
  void searchIsFollowedNewestChangeFirst() throws Exception {
    search.put(
        changed("https://a.example/old", "Old otters", Instant.parse("2026-01-01T00:00:00Z")),
        changed("https://a.example/new", "New otters", Instant.parse("2026-11-23T00:00:00Z")),
        Samples.page("https://a.example/first", "First seen otters", "", "About otters."));

    Element feed = feed("/search.atom?q=otters");

    assertThat(titles(feed)).containsExactly("New otters", "First seen otters", "Old otters");
    assertThat(text(feed, "title")).isEqualTo("Search for “otters” – Signpost");
    assertThat(text(feed, "updated")).isEqualTo("2026-11-23T00:00:00Z");
    assertThat(link(feed, "self")).isEqualTo(OURS + "/search.atom?q=otters");
    assertThat(link(feed, "alternate")).isEqualTo(OURS + "/search?q=otters");
  }

  @Test
  void entryLeadsToOurPageAndToThePageItself() throws Exception {
    Element entry = all(feed("/search.atom?q=toolkit+scotland"), "entry").getFirst();

    String encoded = URLEncoder.encode(SampleWorld.TOOLKIT, UTF_8);
    assertThat(link(entry, "alternate")).isEqualTo(OURS + "/resource?url=" + encoded);
    assertThat(link(entry, "related")).isEqualTo(SampleWorld.TOOLKIT);
    assertThat(text(entry, "summary")).startsWith("Readers get advice its publisher no longer");
  }

  @Test
  void entryKeepsItsIdWhenItsPageChanges() throws Exception {
    search.put(changed("https://a.example/x", "Otters", Instant.parse("2026-01-01T00:00:00Z")));
    Element before = all(feed("/search.atom?q=otters"), "entry").getFirst();
    search.put(changed("https://a.example/x", "Otters!", Instant.parse("2026-02-01T00:00:00Z")));
    Element after = all(feed("/search.atom?q=otters&nation="), "entry").getFirst();

    assertThat(text(after, "id")).isEqualTo(text(before, "id")).startsWith("urn:uuid:");
    assertThat(text(after, "updated")).isEqualTo("2026-02-01T00:00:00Z");
  }

  @Test
  void feedNarrowsAsThePageDoesAndRefusesWhatThePageRefuses() throws Exception {
    assertThat(titles(feed("/search.atom?q=trauma&nation=Wales")))
        .containsExactly("Trauma-Informed Wales: A Societal Approach");
    assertThat(link(feed("/search.atom?nation=Wales&q=trauma&size=5&sort=changed"), "self"))
        .isEqualTo(OURS + "/search.atom?q=trauma&nation=Wales");
    assertThat(get("/search.atom?q=x&naton=Wales").body()).contains("\"suggestion\":\"nation\"");
    assertThat(get("/search.atom?naton=Wales").statusCode()).isEqualTo(400);
    assertThat(get("/changes.atom?page=2").statusCode()).isEqualTo(400);
    assertThat(get("/changes.atom?of=al").body()).contains("\"suggestion\":\"all\"");
    assertThat(get("/guide/none.atom").statusCode()).isEqualTo(404);
  }

  @Test
  void feedHoldsOnlyWhatHasTheWordsAsAsked() throws Exception {
    assertThat(titles(feed("/search.atom?q=truama"))).isEmpty();
    assertThat(titles(feed("/search.atom?q=xylophone+quokka+brain+trauma"))).isEmpty();
  }

  @Test
  void changesAndGuidesAreFollowed() throws Exception {
    Element changes = feed("/changes.atom");
    assertThat(titles(changes)).hasSize(2).containsOnly("YoungMinds helpline for parents");
    assertThat(link(all(changes, "entry").getFirst(), "alternate"))
        .isEqualTo(OURS + SampleWorld.revision(3, ""));

    Element guide = feed("/guide/snap.atom");
    assertThat(text(guide, "title")).isEqualTo("Trauma Informed Practice – Snap Guide – Signpost");
    assertThat(titles(guide))
        .containsExactlyInAnyOrder(
            "YoungMinds helpline for parents",
            "YoungMinds helpline for parents",
            "“The toolkit” no longer works",
            "“The toolkit” is no longer what it was");
    assertThat(feed("/changes.atom?of=all")).isNotNull();
  }

  @Test
  void guideIsFollowedByWhatHappensToItsOwnResources() throws Exception {
    search.put(
        Samples.finding("f9", SampleWorld.WALES, FindingKind.BROKEN, FindingState.OPEN),
        Samples.change("https://elsewhere.example/", "Not in the guide", 2));

    assertThat(titles(feed("/guide/snap.atom"))).hasSize(5).doesNotContain("Not in the guide");
  }

  @Test
  void whoeverHasItAlreadyIsToldSo() throws Exception {
    HttpResponse<String> first = get("/search.atom?q=trauma");
    String tag = first.headers().firstValue("etag").orElseThrow();
    String date = first.headers().firstValue("last-modified").orElseThrow();

    HttpResponse<String> again = get("/search.atom?q=trauma", "if-none-match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("etag")).hasValue(tag);
    assertThat(get("/search.atom?q=trauma", "if-none-match", "\"x\", " + tag).statusCode())
        .isEqualTo(304);
    assertThat(get("/search.atom?q=trauma", "if-modified-since", date).statusCode()).isEqualTo(304);
    assertThat(
            get("/search.atom?q=trauma", "if-none-match", "\"x\"", "if-modified-since", date)
                .statusCode())
        .isEqualTo(200);
    assertThat(get("/search.atom?q=trauma", "if-modified-since", "yesterday").statusCode())
        .isEqualTo(200);

    search.put(Samples.page("https://a.example/more", "More trauma", "", "Trauma"));
    assertThat(get("/search.atom?q=trauma", "if-none-match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void hostileWordsBreakNoFeed() throws Exception {
    String title = "]]></title><script>\u0000\u0008\u202E&amp; \uD835\uDC00 \uD800 \uFFFE otter";
    search.put(
        changed("https://a.example/x", title, Samples.NOON),
        Samples.change("https://a.example/x", title, 2));

    assertThat(titles(feed("/search.atom?q=otter")))
        .containsExactly("]]></title><script>  &amp; \uD835\uDC00 ?  otter");
    assertThat(titles(feed("/changes.atom"))).anyMatch(it -> it.startsWith("]]></title>"));
    assertThat(feed("/search.atom?q=" + URLEncoder.encode("\u0000\u202E<&\"'", UTF_8))).isNotNull();
  }

  @Test
  void pagesLeadToTheirFeeds() throws Exception {
    assertThat(get("/search?q=trauma&nation=Wales&sort=changed").body())
        .contains(
            "type=\"application/atom+xml\" title=\"This search\" href=\"/search.atom?q=trauma&amp;nation=Wales\"")
        .contains("Follow this search");
    assertThat(get("/changes?of=all").body()).contains("href=\"/changes.atom?of=all\"");
    assertThat(get("/guide/snap").body()).contains("href=\"/guide/snap.atom\"");
  }
}
