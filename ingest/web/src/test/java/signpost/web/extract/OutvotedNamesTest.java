package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name is one sign among many: it takes away nothing that people come for. */
class OutvotedNamesTest {
  private static final String PROSE =
      "<p>We help families in the valley with worry, sleep and school, and nobody needs a letter.</p>"
          .repeat(6);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elementor-widget",
        "next-steps more",
        "legal-help",
        "MsoHeader",
        "related-info",
        "promo",
        "site-search",
        "print-area",
        "subscribe-box"
      })
  void helplineStaysWhateverItsBoxIsCalled(String name) {
    assertThat(
            text(
                """
                <main><h1>Help</h1>%s<div class="%s"><div>Call free on 0808 800 9876, 10am to 4pm.</div></div></main>\
                """
                    .formatted(PROSE, name)))
        .contains("0808 800 9876");
  }

  @ParameterizedTest
  @ValueSource(strings = {"email-url-number", "author-links", "more"})
  void contactsThatAreAllLinksStayWhateverTheirBoxIsCalled(String name) {
    assertThat(
            text(
                """
                <main><h1>Help</h1>%s<div class="%s"><p><a href="tel:08088009876">0808 800 9876</a></p>
                <p><a href="mailto:help@valley.example">help@valley.example</a></p></div></main>\
                """
                    .formatted(PROSE, name)))
        .contains("0808 800 9876", "help@valley.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Was this page useful?",
        "Did you find this helpful?",
        "How useful was this page?",
        "Is this information helpful to you?",
        "Oedd y dudalen hon yn ddefnyddiol?"
      })
  void whatASiteAsksOfItsPageIsNoneOfIt(String question) {
    assertThat(text("<main><h1>Help</h1>%s</main><h2>%s</h2>".formatted(PROSE, question)))
        .doesNotContain(question);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Is this page for me?", "Did this happen to you?", "How does this help?"})
  void whatAPageAsksIsRead(String question) {
    assertThat(text("<main><h1>Help</h1><h2>%s</h2>%s</main>".formatted(question, PROSE)))
        .contains(question);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table-header-fixed", "share-table", "links", "meta", "widget-table"})
  void tableOfChargesStaysWhateverItIsCalled(String name) {
    assertThat(
            text(
                """
                <main><h1>Charges</h1>%s<table class="%s"><tr><th>Days</th><th>Charge</th></tr>
                <tr><td>Two days</td><td>24 pounds</td></tr></table></main>\
                """
                    .formatted(PROSE, name)))
        .contains("Two days\t24 pounds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gdpr-paragraph", "advert-rules", "comment", "cookie-text", "ad"})
  void sentencesOfThePageStayWhateverTheyAreCalled(String name) {
    assertThat(
            text(
                """
                <main><h2>The law</h2>
                <p class="%1$s">You can ask for a copy of all that is held about you.</p>
                <p class="%1$s">If they refuse, you can complain to the regulator.</p></main>\
                """
                    .formatted(name)))
        .contains("a copy of all", "complain to the regulator");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-sidebar", "has-sidebar", "content-sidebar-wrap", "page-header-off"})
  void whatHoldsTheMainPartStays(String name) {
    assertThat(
            text(
                """
                <div class="%s"><main><h1>Resources</h1><ul><li><a href=/a>Toolkit</a></li>
                <li><a href=/b>Framework</a></li></ul></main></div>\
                """
                    .formatted(name)))
        .contains("Toolkit", "Framework");
  }

  @Test
  void askingForConsentGoesEvenWhereItSaysMoreThanThePage() {
    assertThat(
            text(
                """
                <div id="cookie-law-bar"><p>This website uses cookies. You can opt out, if you wish, at any time.</p>%s</div>
                <div class="row no-sidebar"><main><h1>Resources</h1><ul><li><a href=/a>Toolkit</a></li></ul></main></div>\
                """
                    .formatted(PROSE)))
        .contains("Toolkit")
        .doesNotContain("uses cookies");
  }

  @Test
  void factsOfTheSitesFootAreNotOfThePage() {
    assertThat(
            text(
                """
                <main><h1>Help</h1>%s</main>
                <div class="footer-widget">Capital Quarter, CF10 4BZ, 029 2000 0000</div>\
                """
                    .formatted(PROSE)))
        .doesNotContain("CF10 4BZ");
  }

  private static String text(String html) {
    return Pages.read("<html><head><title>A page</title></head><body>" + html).text();
  }
}
