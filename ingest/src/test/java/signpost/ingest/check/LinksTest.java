package signpost.ingest.check;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import signpost.events.WebUrl;
import signpost.ingest.extract.Anchors;

final class LinksTest {
  private static List<String> hrefs(Found found) {
    return found.links().stream().map(Link::href).toList();
  }

  @Test
  void htmlHoldsLinksInManyPlaces() {
    Found found =
        HtmlLinks.in(
            "<base href=/b/><a href=1><area href=2><img src=3 srcset='4 1x, 5 2x'><video poster=6>"
                + "<object data=7></object><embed src=8><div style='background:url(9)'>"
                + "<style>@import url(10);</style><link rel=preconnect href=no><input src=11>",
            false);
    assertThat(found.base()).contains("/b/");
    assertThat(hrefs(found))
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
  }

  @Test
  void htmlOfFilesHasPlaces() {
    Link link = HtmlLinks.in("<p>\n  <a href=\"x\">y</a>", true).links().getFirst();
    assertThat(link.line()).isEqualTo(2);
  }

  @Test
  void srcsetKeepsCommasWithinAddresses() {
    assertThat(Srcset.urls("a,b.png 1x, c.png, d.png 100w"))
        .containsExactly("a,b.png", "c.png", "d.png");
  }

  @Test
  void refreshIsReadAsBrowsersDo() {
    assertThat(HeaderLinks.refresh("5; URL='next.html'")).contains("next.html");
    assertThat(HeaderLinks.refresh("5")).isEmpty();
  }

  @Test
  void markdownHoldsLinksButNotInCode() {
    Found found =
        MarkdownLinks.in(
            """
            [a](1 "t") ![b](<2 x>) <http://x.org/3> http://x.org/4_(5).
            [r]: 6
            ```
            [no](no)
            ```
            <a href="7">x</a> [w](8_(9)) [![i](10)](11)
            """);
    assertThat(hrefs(found))
        .containsExactlyInAnyOrder(
            "1", "2 x", "http://x.org/3", "http://x.org/4_(5)", "6", "7", "8_(9)", "10", "11");
  }

  @Test
  void headingsAreFragmentsAsOnGithub() {
    Anchors anchors =
        Objects.requireNonNull(
            MarkdownLinks.in("# What's *new* in 2?\n\n# Twice\n# Twice\n").anchors());
    assertThat(List.of("whats-new-in-2", "twice", "twice-1")).allMatch(anchors::has);
  }

  @Test
  void mailAndTelephoneAreJudgedBySyntax() {
    assertThat(Addresses.mail(WebUrl.of("mailto:a.b@example.org?subject=x"))).isTrue();
    assertThat(Addresses.mail(WebUrl.of("mailto:a@b"))).isFalse();
    assertThat(Addresses.telephone(WebUrl.of("tel:+44-20-7946-0000;ext=1"))).isTrue();
    assertThat(Addresses.telephone(WebUrl.of("tel:call-us"))).isFalse();
  }

  @Test
  void anchorsAreFoundWithoutParsing() {
    Anchors anchors = Anchors.in("<p id=a><a name=\"b c\"></a><i ID='d&amp;e'></i><b data-id=f>");
    assertThat(List.of("a", "b c", "d&e")).allMatch(anchors::has);
    assertThat(anchors.has("f")).isFalse();
  }

  @Test
  void sitemapsAreReadWithoutTheirDocumentType() {
    String xml =
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><urlset><url><loc> http://a.org/&e;"
            + "</loc></url><url><loc><![CDATA[http://b.org/]]></loc></url></urlset>";
    assertThat(SitemapLinks.in(xml))
        .extracting(Link::href)
        .containsExactly("http://a.org/&e;", "http://b.org/");
  }

  /** Each took minutes, or for ever, where something was looked for again and again. */
  @Test
  @Timeout(20)
  void aPageMadeToBeSlowIsReadAtOnce() {
    int many = 200_000;
    for (String html :
        List.of(
            "<!-- x --!>".repeat(many),
            "<!-- x -- y".repeat(many),
            "<a " + IntStream.range(0, many).mapToObj(i -> "a" + i + " ").collect(joining()) + ">",
            "<p title='",
            "<p/id=".repeat(many),
            "<a href=x>".repeat(many))) {
      HtmlLinks.in(html, true);
      Anchors.in(html);
    }
    assertThat(HtmlLinks.in("<a href=x>é</a>".repeat(many), true).links().getLast().column())
        .isEqualTo(15 * (many - 1) + 9);
  }
}
