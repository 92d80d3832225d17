package signpost.tools.check;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.kit.WorkTime;
import signpost.url.WebUrl;
import signpost.web.extract.PageAnchors;
import signpost.web.extract.PageBase;

final class LinksTest {
  private static List<String> hrefs(FoundLinks found) {
    return found.links().stream().map(FoundLink::href).toList();
  }

  @Test
  void htmlHoldsLinksInManyPlaces() {
    FoundLinks found =
        HtmlLinks.in(
            "<base href=/b/><a href=1><area href=2><img src=3 srcset='4 1x, 5 2x'><video poster=6>"
                + "<object data=7></object><embed src=8><div style='background:url(9)'>"
                + "<style>@import url(10);</style><link rel='preconnect dns-prefetch'"
                + " href=no><input src=no><input type=image src=11>",
            false);
    assertThat(found.base()).contains("/b/");
    assertThat(hrefs(found))
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
  }

  @Test
  void htmlHoldsLinksInPlacesFewLookAt() {
    FoundLinks found =
        HtmlLinks.in(
            "<svg><a xlink:href=1>x</a><a href=2 xlink:href=no>x</a></svg><a xlink:href=no>x</a>"
                + "<meta property=og:image content=3><meta name=twitter:image content=4>"
                + "<meta name=og:title content=no><blockquote cite=5></blockquote><q cite=6></q>"
                + "<ins cite=7></ins><del cite=8></del><button formaction=9></button>"
                + "<form action=10><input formaction=11><input formmethod=dialog formaction=no>"
                + "</form><img longdesc=12><link rel=manifest href=13><td background=14>"
                + "<link rel=preload imagesrcset='15 1x'><area ping='16 17' href=18>"
                + "<iframe srcdoc='<a href=19>&amp;</a>' src=no></iframe>"
                + "<template><a href=no></template>"
                + "<template shadowrootmode=open><a href=20></template>",
            false);
    assertThat(hrefs(found))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList());
  }

  @Test
  void linkedDataHoldsLinksWhereSchemaOrgSaysSo() {
    String json =
        "{'@context':'https://no.example/','@id':'/no','url':'/1','name':'no/','sameAs':['/2','/3'],"
            + "'image':{'@type':'ImageObject','contentUrl':'/4'},'logo':'5.png','item':{'@id':'/6'},"
            + "'target':{'urlTemplate':'/no?q={q}'},'url2':'/no','license':'no licence at all'}";
    String html = "<script type='application/ld+json'>" + json.replace('\'', '"') + "</script>";
    FoundLinks found = HtmlLinks.in("\n" + html, true);
    assertThat(hrefs(found)).containsExactly("/1", "/2", "/3", "/4", "5.png", "/6");
    assertThat(found.links().getFirst().line()).isEqualTo(2);
    assertThat(HtmlLinks.in(html.replace("}", ""), false).links()).isEmpty();
    assertThat(HtmlLinks.in(html.replace("ld+json", "json"), false).links()).isEmpty();
  }

  @Test
  void theFirstBaseWithAnAddressCounts() {
    assertThat(HtmlLinks.in("<base target=_blank><base href=/a><base href=/b>", false).base())
        .contains("/a");
    WebUrl page = WebUrl.of("https://a.example/x/y");
    assertThat(PageBase.of(Optional.of("data:text/html,x"), page)).isEqualTo(page);
    assertThat(PageBase.of(Optional.of("//b.example/z"), page).href())
        .isEqualTo("https://b.example/z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tel:+44 20 7946 0000",
        "tel:020-7946-0000;ext=5",
        "tel:0131,,88",
        "tel:0131p2w3",
        "tel:0131;88",
        "tel:+441310001x12",
        "tel:999",
        "tel:*%23 06%23",
        "tel:0131%C2%A0000%E2%80%9311",
        "tel:+44(0)1310001",
        "tel:0131,,,5#",
        "tel:7042;phone-context=example.org",
        "sms:85258",
        "sms:+15551,+15552?body=x",
        "sms:?body=x",
        "mailto:a@b.co,c@d.co",
        "mailto:A B <a@b.co>",
        "mailto:a%40b.co",
        "mailto:a@m\u00fcller.de",
        "mailto:?subject=x"
      })
  void whatTelephonesAndMailProgramsUnderstandIsFine(String href) {
    assertThat(VisitJudge.bySyntax(WebUrl.of(href)))
        .hasValueSatisfying(it -> assertThat(it.kind()).isEqualTo(CheckVerdict.ResultClass.OK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tel:",
        "tel:abc",
        "tel:+1-800-FLOWERS",
        "tel:+",
        "tel:0131 or 0132",
        "tel:1",
        "sms:",
        "sms:hello",
        "mailto:",
        "mailto:a@b",
        "mailto:a..b@c.co",
        "mailto:a@b.co;c@d.co",
        "mailto:A <a>",
        "htttp://a.example/",
        "htps://a.example/",
        "ttps://a.example/",
        "httpss:a",
        "hppts:a"
      })
  void whatTheyDoNotUnderstandIsBroken(String href) {
    assertThat(VisitJudge.bySyntax(WebUrl.of(href)))
        .hasValueSatisfying(it -> assertThat(it.kind()).isEqualTo(CheckVerdict.ResultClass.BROKEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"callto:x", "whatsapp://send", "geo:1,2", "ftp://a.example/", "x:y"})
  void whatOnlyAProgramCanTellIsLeftAlone(String href) {
    assertThat(VisitJudge.bySyntax(WebUrl.of(href)))
        .hasValueSatisfying(
            it -> assertThat(it.kind()).isEqualTo(CheckVerdict.ResultClass.SKIPPED));
  }

  @Test
  void fragmentsAreDecodedAsFarAsTheyAreEncoded() {
    assertThat(PageAnchors.decoded("100%_a%20b+c%C3%A9%zz")).isEqualTo("100%_a b+c\u00e9%zz");
  }

  @Test
  void htmlOfFilesHasPlaces() {
    FoundLink link = HtmlLinks.in("<p>\n  <a href=\"x\">y</a>", true).links().getFirst();
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
    FoundLinks found =
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
    PageAnchors anchors =
        Objects.requireNonNull(
            MarkdownLinks.in("# What's *new* in 2?\n\n# Twice\n# Twice\n").anchors());
    assertThat(List.of("whats-new-in-2", "twice", "twice-1")).allMatch(anchors::has);
  }

  @Test
  void headingIsNamedByItsWordsWhateverItsLinksAre() {
    PageAnchors anchors =
        Objects.requireNonNull(
            MarkdownLinks.in(
                    """
                    ## [Search](https://x.example/?f[]=1)
                    ## [Six](http://[::1]/) `and` Map<String, List<Foo>>
                    ## Closed ##
                    ## Given {#its-own}
                    """)
                .anchors());
    assertThat(List.of("search", "six-and-mapstring-list", "closed", "its-own"))
        .allMatch(anchors::has);
  }

  @Test
  void mailAndTelephoneAreJudgedBySyntax() {
    assertThat(AddressSyntax.mail(WebUrl.of("mailto:a.b@example.org?subject=x"))).isTrue();
    assertThat(AddressSyntax.mail(WebUrl.of("mailto:a@b"))).isFalse();
    assertThat(AddressSyntax.telephone(WebUrl.of("tel:+44-20-7946-0000;ext=1"))).isTrue();
    assertThat(AddressSyntax.telephone(WebUrl.of("tel:call-us"))).isFalse();
  }

  @Test
  void anchorsAreFoundWithoutParsing() {
    PageAnchors anchors =
        PageAnchors.in("<p id=a><a name=\"b c\"></a><i ID='d&amp;e'></i><b data-id=f>");
    assertThat(List.of("a", "b c", "d&e")).allMatch(anchors::has);
    assertThat(anchors.has("f")).isFalse();
  }

  @Test
  void sitemapsAreReadWithoutTheirDocumentType() {
    String xml =
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><urlset><url><loc> http://a.org/&e;"
            + "</loc></url><url><loc><![CDATA[http://b.org/]]></loc></url></urlset>";
    assertThat(SitemapLinks.in(xml))
        .extracting(FoundLink::href)
        .containsExactly("http://a.org/&e;", "http://b.org/");
  }

  /** Each took minutes, or for ever, where something was looked for again and again. */
  @Test
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
      assertThat(
              WorkTime.of(() -> {
                HtmlLinks.in(html, true);
                PageAnchors.in(html);
              }))
          .isLessThan(Duration.ofSeconds(20));
    }
    assertThat(HtmlLinks.in("<a href=x>é</a>".repeat(many), true).links().getLast().column())
        .isEqualTo(15 * (many - 1) + 9);
  }
}
