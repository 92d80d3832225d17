package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What most readers see is read, however it comes to be shown. */
class HiddenElementsTest {
  private static final String PROSE =
      "<p>The centre opens its doors to everybody who lives in the valley, on each weekday.</p>"
          .repeat(5);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d-none d-md-block",
        "hidden md:block",
        "d-none d-lg-flex",
        "hidden lg:grid",
        "is-hidden is-block-tablet"
      })
  void hiddenOnSmallScreensAloneIsRead(String classes) {
    assertThat(text("<div class=\"%s\"><p>Open on Mondays.</p></div>".formatted(classes)))
        .contains("Open on Mondays.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"d-none", "hidden", "d-none d-print-none", "is-hidden"})
  void hiddenEverywhereIsNot(String classes) {
    assertThat(text("<div class=\"%s\"><p>Open on Mondays.</p></div>".formatted(classes)))
        .doesNotContain("Open on Mondays.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "visually-hidden",
        "nhsuk-u-visually-hidden",
        "lgd_visuallyhidden",
        "sr-only",
        "usa-sr-only",
        "screen-reader-text",
        "accesshide",
        "elementor-screen-only",
        "visually-hidden-focusable"
      })
  void whatIsReadAloudAloneIsNot(String name) {
    assertThat(text("<h2><span class=\"%s\">Urgent: </span>Ring us</h2>".formatted(name)))
        .contains("\nRing us");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reader-view",
        "not-visually-hidden-text",
        "hidden-gems",
        "not-sr-only",
        "field--label-visually-hidden"
      })
  void whatIsCalledAlikeIsRead(String name) {
    assertThat(text("<p><span class=\"%s\">Open on Mondays.</span></p>".formatted(name)))
        .contains("Open on Mondays.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div role=tablist><button role=tab>Families</button></div><div role=tabpanel>%s</div>",
        "<div><button aria-expanded=false aria-controls=p1>Families</button></div><div id=p1 role=region>%s</div>",
        "<h3 class=card-header><button>Families</button></h3><div class=collapse>%s</div>",
        "<details><summary><span class=item-title-header>Families</span></summary>%s</details>",
        "<h3><button>Families<span class=toggle-icon aria-hidden=true>+</span></button></h3><div hidden=until-found>%s</div>"
      })
  void whatOpensASectionIsItsHeading(String section) {
    assertThat(text(section.formatted("<p>Come to the house in Brackley.</p>")))
        .contains("Families\nCome to the house in Brackley.");
  }

  @Test
  void whatSwitchesSomethingElseIsNone() {
    assertThat(text("<button aria-expanded=false aria-controls=f>Filters</button><div id=f></div>"))
        .doesNotContain("Filters");
  }

  @Test
  void whatReactSendsLateIsRead() {
    assertThat(
            Pages.read(
                    "<body><div id=root></div><div hidden id=\"S:0\"><main><h1>Help</h1>"
                        + PROSE
                        + "</main></div>")
                .text())
        .contains("opens its doors");
  }

  @Test
  void pageThatFadesInIsRead() {
    assertThat(
            Pages.read(
                    "<body><div style=\"visibility:hidden\"><main><h1>Help</h1>"
                        + PROSE
                        + "</main></div>")
                .text())
        .contains("opens its doors");
  }

  @Test
  void postsInNoscriptAreRead() {
    assertThat(
            Pages.read(
                    "<body><noscript><div class=topic-body><h1>Which kettle?</h1>"
                        + PROSE
                        + "</div></noscript>")
                .text())
        .contains("opens its doors");
  }

  private static String text(String part) {
    return Pages.read("<body><main><h1>Help</h1>" + PROSE + part + "</main>").text();
  }
}
