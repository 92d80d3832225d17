package signpost.search.pages.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import signpost.url.WebUrl;
import signpost.web.politeness.RobotsText;

/** The files that others look for by themselves, as others read them. */
class SiteFilesTest {
  private static final String SITE = "https://signpost.council.example";
  private static final Instant NOW = Instant.parse("2026-11-29T19:30:00Z");

  /** As our own crawler reads them. */
  private static boolean allows(String path) throws IOException {
    RobotsText robots =
        RobotsText.read(new ByteArrayInputStream(RobotsFile.of(SITE).getBytes(UTF_8)));
    return robots.ruling(WebUrl.parse(SITE + path).orElseThrow()).allowed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/guides",
        "/guide/snap",
        "/privacy",
        "/accessibility",
        "/crawler",
        "/api",
        "/sitemap.xml",
        "/favicon.ico",
        "/assets/signpost-0.css",
        "/.well-known/security.txt"
      })
  void crawlersMayHaveGuidesAndOurOwnWords(String path) throws IOException {
    assertThat(allows(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search",
        "/search?q=trauma",
        "/api/search?q=trauma",
        "/?q=trauma",
        "/guide/snap?role=manager",
        "/resource?url=https://www.nhs.uk/",
        "/resource/revision?url=https://www.nhs.uk/&n=2",
        "/answer/abc",
        "/yours/link",
        "/subscribe",
        "/unsubscribe",
        "/sign-in",
        "/a-page-that-is-new"
      })
  void crawlersAreKeptFromSearchesFormsAndOthersWords(String path) throws IOException {
    assertThat(allows(path)).isFalse();
  }

  @Test
  void robotsFileLeadsToTheSitemap() {
    assertThat(RobotsFile.of(SITE).lines()).contains("Sitemap: " + SITE + "/sitemap.xml");
  }

  @Test
  void sitemapListsGuidesWithTheDayTheyChangedWhereItIsKnown() throws Exception {
    Map<String, Optional<Instant>> guides = new TreeMap<>();
    guides.put("a&b", Optional.of(NOW.plusMillis(5)));
    guides.put("new", Optional.empty());

    String text = SitemapFile.of(SITE, guides);

    assertThat(parsed(text).getElementsByTagNameNS("*", "loc").getLength())
        .isEqualTo(RobotsFile.PAGES.size() + 2);
    assertThat(text)
        .contains(
            "<loc>" + SITE + "/guide/a%26b</loc><lastmod>2026-11-29T19:30:00Z</lastmod></url>")
        .contains("<loc>" + SITE + "/guide/new</loc></url>");
  }

  @Test
  void sitemapStaysBelowWhatASitemapMayHave() throws Exception {
    Map<String, Optional<Instant>> many = new TreeMap<>();
    for (int i = 0; i < 50_100; i++) {
      many.put("guide-" + i, Optional.empty());
    }
    Map<String, Optional<Instant>> large = new TreeMap<>();
    String name = "x".repeat(2_000);
    for (int i = 0; i < 30_000; i++) {
      large.put(name + i, Optional.empty());
    }

    assertThat(parsed(SitemapFile.of(SITE, many)).getElementsByTagNameNS("*", "loc").getLength())
        .isEqualTo(SitemapFile.MOST);
    assertThat(SitemapFile.of(SITE, large).getBytes(UTF_8).length)
        .isBetween(SitemapFile.LARGEST - 5_000, SitemapFile.LARGEST);
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }

  @Test
  void whoeverFoundAHoleReadsWhomToTell() {
    assertThat(SecurityFile.of(SITE, "signpost@council.example", NOW))
        .hasValue(
            """
            Contact: mailto:signpost@council.example
            Expires: 2027-05-28T00:00:00Z
            Canonical: https://signpost.council.example/.well-known/security.txt
            Preferred-Languages: en
            """);
    assertThat(SecurityFile.of("http://127.0.0.1:8080", "https://council.example/us", NOW))
        .hasValueSatisfying(text ->
            assertThat(text)
                .startsWith("Contact: https://council.example/us\n")
                .doesNotContain("Canonical"));
  }

  @Test
  void itEndsWithinAYearWheneverItIsAskedFor() {
    for (int days = 0; days < 800; days += 7) {
      Instant now = NOW.plus(Duration.ofDays(days));
      String expires =
          SecurityFile.of(SITE, "a@council.example", now).orElseThrow().lines().toList().get(1);

      assertThat(Instant.parse(expires.replace("Expires: ", "")))
          .isBetween(now.plus(Duration.ofDays(30)), now.plus(Duration.ofDays(365)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "me", "http://council.example/us", "javascript://x%0aalert(1)"})
  void withoutAContactThatTheRuleAllowsThereIsNone(String contact) {
    assertThat(SecurityFile.of(SITE, contact, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"me@council.example", "https://council.example/us", "http://council.example"})
  void contactIsALinkThatCanBeFollowed(String contact) {
    assertThat(ContactAddress.of(contact))
        .hasValueSatisfying(it -> {
          assertThat(it.words()).isEqualTo(contact);
          assertThat(URI.create(it.uri()).isAbsolute()).isTrue();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "me",
        "me@council",
        "a b@c.example",
        "javascript:alert(1)",
        "ftp://x.example/"
      })
  void whatNobodyCanFollowIsNoContact(String contact) {
    assertThat(ContactAddress.of(contact)).isEmpty();
  }
}
