package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;

class LandingPageTest {
  private static final ReadablePage CARDS = page("For families", "Groups and days out.", "Schools");
  private static final ReadablePage PROSE =
      page("Welcome", "We are a charity for young carers in the county. ".repeat(6));

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/cy", "/cy/", "/en-gb/", "/index.html", "/home", "/cy/default.aspx"})
  void frontOfASiteThatLeadsOnIsALandingPage(String path) {
    assertThat(LandingPage.is(WebUrl.of("https://a.example" + path), CARDS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/help", "/homes", "/cy/help", "/support/"})
  void otherPagesAreNotHoweverTheyLook(String path) {
    assertThat(LandingPage.is(WebUrl.of("https://a.example" + path), CARDS)).isFalse();
  }

  @Test
  void frontWithMuchToReadIsAPageLikeOthers() {
    assertThat(LandingPage.is(WebUrl.of("https://a.example/"), PROSE)).isFalse();
  }

  private static ReadablePage page(String... lines) {
    return WrittenPage.saying(lines).page();
  }
}
