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
