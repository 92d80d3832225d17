package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.Explanation;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.events.FindingName;
import signpost.events.GoneKind;
import signpost.events.LinkHealth;

/** What a practitioner in a hurry reads: nothing misleads, is said twice or leads nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlainWordsTest {
  private static final String WITHDRAWN = "https://www.gov-uk.example/withdrawn";
  private static final String HOME_NOW = "https://www.gov-uk.example/to-the-home-page";
  private static final String NOTICE = "This page was withdrawn on 1 May.";
  private static final String SPACES =
      "https://www.ncb.example/Insight%204%20-%20p%C5%B5.pdf?a%2Fb";

  private final RunningSearch search;

  PlainWordsTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeAll
  void fill() throws IOException {
    SampleWorld.fill(search);
    search.put(
        Samples.page("https://slips.example/", "Traume", "", "One page has a slip in it."),
        Samples.page(SPACES, "Insight", "", ""),
        Samples.finding("f4", SampleWorld.BRAIN, FindingKind.CHANGED, FindingState.OPEN),
        siteDown(),
        Samples.page("https://council.example/guide", "The council’s guide", "", ""),
        Samples.page(WITHDRAWN, "Withdrawn", "", ""),
        gone(WITHDRAWN, GoneKind.WITHDRAWN, NOTICE),
        Samples.page(HOME_NOW, "Gone home", "", ""),
        gone(HOME_NOW, GoneKind.REDIRECTED_HOME, "https://www.gov-uk.example/"));
  }

  private static signpost.events.Event gone(String url, GoneKind kind, String words) {
    return Samples.health(
        url,
        new LinkHealth.GoneInPlace(kind, Samples.MORNING, words, Optional.empty()),
        new Explanation("It says: “" + NOTICE + "”", "Readers find it.", "Take it out."));
  }

  private static FindingChanged siteDown() {
    return new FindingChanged(
        "f5",
        "https://www.e-lfh.example",
        FindingKind.HOST_DOWN,
        Optional.of(FindingName.HOST_DOWN),
        FindingState.OPEN,
        "The site does not answer",
        new Explanation("It is down.", "Nobody gets in.", "Wait."),
        Samples.NOON,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private String page(String path) throws Exception {
    return search.get(path).body();
  }

  private static String resource(String url) {
    return "/resource?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
  }

  @Test
  void onlyWhatWorksIsToBeOpened() throws Exception {
    assertThat(page(resource(SampleWorld.BRAIN))).contains("Open <span class=\"sp-address\">");
    assertThat(page(resource(SampleWorld.BLOCKED))).contains("Open <span class=\"sp-address\">");
    assertThat(page(resource(SampleWorld.LEAFLET)))
        .contains("It was at <span class=\"sp-address\">");
    assertThat(page(resource(SampleWorld.HOSTILE)))
        .contains("It was at <span class=\"sp-address\">");
    assertThat(page(resource(SampleWorld.TOOLKIT)))
        .contains("Old page <span class=\"sp-address\">");
    assertThat(page(resource(SampleWorld.MOVED)))
        .contains("Old address <span class=\"sp-address\">");
    assertThat(page("/search?q=leaflet")).doesNotContain("Open <span");
  }

  @Test
  void whatNeedsAttentionIsCalledByItsName() throws Exception {
    assertThat(page("/"))
        .contains("<bdi>The toolkit</bdi></a></h3>")
        .contains("<bdi>The toolkit no longer works</bdi>")
        .containsOnlyOnce("href=\"/source/www.e-lfh.example\"")
        .doesNotContain("href=\"/resource?url=https%3A%2F%2Fwww.e-lfh.example\"");
  }

  @Test
  void guideSaysWhichOfItsResourcesChanged() throws Exception {
    assertThat(page("/guide/snap"))
        .contains("sp-tag\">Changed</strong> <bdi>The toolkit no longer works</bdi>");
  }

  @Test
  void everyLinkOfOursLeadsSomewhere() throws Exception {
    Set<String> links = new LinkedHashSet<>();
    for (String path :
        Stream.concat(SampleWorld.PAGES.stream(), Stream.of(resource(WITHDRAWN))).toList()) {
      Matcher link = Pattern.compile("href=\"(/[^\"#]*)").matcher(page(path));
      while (link.find()) {
        links.add(link.group(1).replace("&amp;", "&"));
      }
    }
    // It shows nothing but what the notifier says, and none runs here.
    links.remove("/notifications");
    for (String link : links) {
      assertThat(search.get(link).statusCode()).as(link).isEqualTo(200);
    }
  }

  @Test
  void noPageTakesAParameterThatMeansNothingToIt() throws Exception {
    for (String path :
        List.of(
            "/",
            "/guides",
            "/guide/snap",
            "/changes",
            "/source/www.youngminds.example",
            "/ops",
            "/parked",
            "/crawl",
            "/accessibility",
            "/privacy",
            "/crawler",
            "/api",
            "/api/openapi.yaml")) {
      assertThat(search.get(path + "?colour=red").statusCode()).as(path).isEqualTo(400);
    }
    assertThat(page("/changes?pag=2"))
        .contains("“pag” in it means nothing to us. Did you mean “page”?");
    assertThat(page("/resource?uri=x")).contains("Did you mean “url”?");
    for (String wrong : List.of("/changes?page=0", "/changes?page=51", "/changes?of=none")) {
      assertThat(search.get(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(page("/resource")).contains("\"url\" is missing.");
  }

  @Test
  void moreUsualSpellingIsOffered() throws Exception {
    assertThat(page("/search?q=traume&nation=Wales"))
        .contains(
            "Did you mean <a class=\"govuk-link\" href=\"/search?q=trauma&amp;nation=Wales\">");
  }

  @Test
  void whatWasTypedStaysInTheFieldWhole() throws Exception {
    String words = "trauma school child help ".repeat(400).strip();
    String page = page("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));

    assertThat(page).contains("value=\"" + words.substring(0, 200));
    assertThat(page.length()).isLessThan(60_000);
  }

  @Test
  void quotationMarksThatFindNothingCanBeTakenOff() throws Exception {
    assertThat(page("/search?q=%22zebra+helpline%22"))
        .contains("href=\"/search?q=zebra+helpline\">search without the quotation marks");
    assertThat(page("/search?q=nothingofthekind")).doesNotContain("quotation marks");
  }

  @Test
  void pagesOfOneListHaveTitlesOfTheirOwn() throws Exception {
    assertThat(page("/search?page=2")).contains("<title>Everything, newest first (page 2) –");
    assertThat(page("/changes?page=2")).contains("<title>What changed (page 2) –");
  }

  @Test
  void pagesOwnWordsAreQuotedOnceAndAnAddressIsNone() throws Exception {
    assertThat(page(resource(WITHDRAWN))).containsOnlyOnce(NOTICE);
    assertThat(page(resource(HOME_NOW))).doesNotContain("the page’s own words");
    assertThat(page(resource(SampleWorld.TOOLKIT))).contains("the page’s own words");
  }

  @Test
  void addressesAreReadableAndMeanTheSame() throws Exception {
    assertThat(page(resource(SPACES)))
        .contains("<bdi>www.ncb.example/Insight 4 - pŵ.pdf?a%2Fb</bdi>")
        .contains("href=\"" + SPACES + "\"");
  }

  @Test
  void timesAreAsPeopleWriteThem() throws Exception {
    assertThat(page(resource(SampleWorld.LEAFLET)))
        .contains("20 November 2026 at 6am")
        .contains("22 November 2026 at midday");
  }

  @Test
  void facetThatTellsNothingApartIsLeftOut() throws Exception {
    assertThat(page("/search")).doesNotContain("<summary>Language").contains("<summary>Nation");
    assertThat(page("/search?language=en")).contains("<summary>Language");
  }

  @Test
  void iconIsKeptForEverOnlyByItsHash() throws Exception {
    assertThat(page("/"))
        .containsPattern("rel=\"icon\" href=\"/assets/signpost-[0-9a-f]{12}.svg\"");
    assertThat(search.get("/favicon.svg").headers().firstValue("cache-control"))
        .hasValue("public, max-age=86400");
  }
}
