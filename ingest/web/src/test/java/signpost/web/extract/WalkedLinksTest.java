package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link belongs to the line its words stand in, and to the heading a reader sees above it. */
class WalkedLinksTest {
  private static final String GOV_SCOT = "https://www.gov.scot/publications/one/";
  private static final String PROSE =
      "<p>The centre opens its doors to everybody who lives in the valley, on each weekday.</p>"
          .repeat(5);

  @Test
  void linkAroundACardStandsUnderTheCardsHeading() {
    ReadablePage page =
        Pages.read(
            """
            <main id="main-content"><h1>Services</h1>
            <a href=/a><h3>Card A</h3><p>What A does for parents.</p></a>
            <a href=/b><h3>Card B</h3><p>What B does for parents.</p></a></main>
            <footer><p>Foot of the site</p></footer>\
            """,
            GOV_SCOT);
    assertThat(page.outlinks())
        .extracting(link -> link.heading() + " > " + link.url().path())
        .containsExactly("Card A > /a", "Card B > /b");
  }

  @Test
  void linkInACardsHeadingStandsUnderWhatTheCardsArePartOf() {
    ReadablePage page =
        Pages.read(
            """
            <main id="main-content"><h1>Services</h1><h2>For parents</h2>
            <h3><a href=/a>Card A</a></h3><p>What A does.</p>
            <h3><a href=/b>Card B</a></h3><p>What B does, and <a href=/c>how</a>.</p></main>\
            """,
            GOV_SCOT);
    assertThat(page.outlinks())
        .extracting(link -> link.heading() + " > " + link.url().path())
        .containsExactly("For parents > /a", "For parents > /b", "Card B > /c");
  }

  @Test
  void lastPictureLinkOfTheContentIsKept() {
    ReadablePage page =
        Pages.read(
            "<main id=\"main-content\"><h1>Leaflets</h1>"
                + PROSE
                + "<a href=/leaflet.pdf><img alt=\"The leaflet\"></a></main>"
                + "<footer><p>Foot of the site</p></footer>",
            GOV_SCOT);
    assertThat(page.outlinks()).extracting(Outlink::text).contains("The leaflet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"&nbsp;", "&#8203;", "&#xfeff;", "&shy;", "&#x2060;", "&#xe090;", "<b>&nbsp;</b>"})
  void pageMayEndWithALinkThatSaysNothing(String sign) {
    ReadablePage page =
        Pages.read(
            "<main id=\"main-content\"><h1>Leaflets</h1>%s<p><a href=/one.pdf>%s</a></p></main>"
                .formatted(PROSE, sign),
            GOV_SCOT);
    assertThat(page.text()).endsWith("on each weekday.");
  }

  @Test
  void linksSideBySideAreTwoThings() {
    ReadablePage page =
        Pages.read(
            "<main id=\"main-content\"><h1>Leaflets</h1>"
                + PROSE
                + "<div><a href=/one.pdf>For parents</a><a href=/one.pdf download>Download</a></div></main>",
            GOV_SCOT);
    assertThat(page.text()).contains("For parents Download");
    assertThat(page.outlinks()).extracting(Outlink::text).contains("For parents", "Download");
  }

  @Test
  void linkThatAnEditorCutInTwoIsOne() {
    ReadablePage page =
        Pages.read(
            "<main id=\"main-content\"><h1>Leaflets</h1>"
                + PROSE
                + "<p><a href=/apply>Apply onl</a><a href=/apply>ine</a> by May.</p></main>",
            GOV_SCOT);
    assertThat(page.text()).contains("Apply online by May.");
  }

  @Test
  void pictureBeforeTheContentIsNoLinkOfIt() {
    ReadablePage page =
        Pages.read(
            "<header><a href=/home><img alt=Logo></a></header><main id=\"main-content\">"
                + "<h1>Leaflets</h1>"
                + PROSE
                + "</main>",
            GOV_SCOT);
    assertThat(page.outlinks()).isEmpty();
  }

  @Test
  void hiddenCellIsNoPartOfItsRow() {
    assertThat(
            Pages.read(
                    """
                    <main id="main-content"><h1>Charges</h1><table><tr><td>One day</td>
                    <td style="display:none">sort key 1</td><td>18 pounds</td></tr></table></main>\
                    """,
                    GOV_SCOT)
                .text())
        .contains("One day\t18 pounds");
  }

  @Test
  void hiddenPartDoesNotSplitALine() {
    assertThat(
            Pages.read(
                    "<main id=\"main-content\"><h1>Help</h1><ul><li>Call us <div hidden>more</div>on"
                        + " Mondays</li></ul></main>",
                    GOV_SCOT)
                .text())
        .contains("Call us on Mondays");
  }

  @Test
  void contentInACellOfALayoutTableIsRead() {
    assertThat(
            Pages.read(
                    "<table><tr><td>Menu of the site</td><td id=\"main-content\" role=main><p>Short text.</p></td></tr></table>")
                .text())
        .contains("Short text.");
  }

  @Test
  void pageThatOnlyAsksForScriptsIsEmpty() {
    assertThat(
            Pages.outcome(
                "<body><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>",
                "https://example.org/"))
        .isInstanceOf(ReadOutcome.Unreadable.class);
  }

  @Test
  void hiddenNoticeOfAKnownPublisherIsNotSaid() {
    assertThat(
            Pages.read(
                    "<main id=\"main-content\"><div class=\"ds_notification\" hidden><p>This publication has been withdrawn.</p></div>"
                        + "<h1>Help</h1>"
                        + PROSE
                        + "</main>",
                    GOV_SCOT)
                .notices())
        .isEmpty();
  }

  @Test
  void sectionOnConsentIsNoBanner() {
    assertThat(
            Pages.read(
                    "<div id=content><h1>Treatment</h1><p>Before you come, read this.</p>"
                        + "<section id=consent><h2>Consent to treatment</h2>"
                        + PROSE
                        + "</section></div>")
                .text())
        .contains("opens its doors");
  }
}
