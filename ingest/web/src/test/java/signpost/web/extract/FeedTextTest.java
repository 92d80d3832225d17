package signpost.web.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.kit.WorkTime;
import signpost.url.WebUrl;
import signpost.web.extract.SitemapText.SitemapAddress;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

class FeedTextTest {
  private static final WebUrl PAGE = WebUrl.of("https://a.example/news/");

  @Test
  void anItemOfRssHasItsAddressAndItsTimeAsMailsWriteIt() {
    assertThat(
            FeedText.in(
                """
                <?xml version="1.0"?><rss version="2.0"><channel><link>https://a.example/</link>
                <item><title>One</title><link> https://a.example/one </link>
                <pubDate>Tue, 5 May 2026 10:00:00 +0100</pubDate></item>
                <item><link>https://a.example/two?x=1&amp;y=2</link><pubDate>soon</pubDate></item>
                <item><title>No address</title></item></channel></rss>
                """))
        .containsExactly(
            entry("https://a.example/one", "2026-05-05T09:00:00Z"),
            entry("https://a.example/two?x=1&y=2"));
  }

  @Test
  void anEntryOfAtomHasItsOwnPageAndTheLatestOfItsTimes() {
    assertThat(
            FeedText.in(
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><updated>2026-05-09T00:00:00Z</updated>
                <entry><link rel="edit" href="/edit"/><link rel="alternate" href="/one"/>
                <published>2026-05-01T00:00:00Z</published>
                <updated>2026-05-05T10:00:00+01:00</updated></entry></feed>
                """))
        .containsExactly(entry("/one", "2026-05-05T09:00:00Z"));
  }

  @Test
  void itemsOfTheFirstRssStandBesideTheirChannel() {
    assertThat(
            FeedText.in(
                "<rdf:RDF><channel/><item><link>https://a.example/one</link>"
                    + "<dc:date>2026-05-05T09:00:00Z</dc:date></item></rdf:RDF>"))
        .containsExactly(entry("https://a.example/one", "2026-05-05T09:00:00Z"));
  }

  @Test
  void otherTextsAreNoFeeds() {
    assertThat(FeedText.is("<rss version='2.0'>")).isTrue();
    assertThat(FeedText.is("<?xml version='1.0'?>\n<feed xmlns='x'>")).isTrue();
    assertThat(FeedText.is("<rdf:RDF xmlns:rdf='x'>")).isTrue();
    assertThat(FeedText.is("<urlset><url>")).isFalse();
    assertThat(FeedText.is("<html><p>An RSS feed&lt;rss>")).isFalse();
    assertThat(FeedText.is("")).isFalse();
  }

  @Test
  void whatADocumentTypeDeclaresIsNotExpanded() {
    assertThat(
            FeedText.in(
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                    + "<rss><item><link>&e;</link></item></rss>"))
        .containsExactly(entry("&e;"));
  }

  @Test
  void noMoreIsReadThanIsNewAndItTakesOnePass() {
    String many = "<item><link>https://a.example/</link></item>".repeat(5_000);
    assertThat(FeedText.in("<rss>" + many)).hasSize(1_000);
    for (String part : List.of("<item>", "<link>", "<item><link>", "</item>", "<!--", "&lt;")) {
      assertThat(WorkTime.of(() -> FeedText.in("<rss>" + part.repeat((10 << 20) / part.length()))))
          .as(part)
          .isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void thePageNamesTheFeedOfItsOwnHost() {
    assertThat(
            named(
                "<link rel=stylesheet href=/a.css>"
                    + "<link rel=alternate type=application/rss+xml href=https://b.example/feed>"
                    + "<link rel='home ALTERNATE' type='application/atom+xml' href='feed.xml'>"
                    + "<link rel=alternate type=application/rss+xml href=/comments/feed/>"))
        .contains(WebUrl.of("https://a.example/news/feed.xml"));
    assertThat(named("<link rel=alternate type=application/rss&#43;xml href=/index.xml>"))
        .as("as Hugo writes it")
        .contains(WebUrl.of("https://a.example/index.xml"));
    assertThat(named("<link rel=alternate hreflang=cy href=/cy/>")).isEmpty();
    assertThat(FeedLinks.first(answer("application/pdf", "%PDF-1.4"))).isEmpty();
  }

  private static Optional<WebUrl> named(String head) {
    return FeedLinks.first(answer("text/html", "<!doctype html><head>" + head + "</head><p>Hi"));
  }

  private static Answered answer(String type, String body) {
    return new Answered(
        PAGE,
        PAGE,
        200,
        List.of(),
        new Headers(Map.of("content-type", List.of(type))),
        ResponseBody.of(body.getBytes(UTF_8)),
        Duration.ZERO);
  }

  private static SitemapAddress entry(String href) {
    return new SitemapAddress(href, 0, true, Optional.empty());
  }

  private static SitemapAddress entry(String href, String changed) {
    return new SitemapAddress(href, 0, true, Optional.of(changed));
  }
}
