package signpost.ingest.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.url.WebUrl;

class UrlTrapsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/",
        "https://a.example/docs/guide/docs/page.html",
        "https://a.example/news/2026/11/a-new-toolkit",
        "https://a.example/search?q=calendar",
        "https://a.example/events/trauma-informed-training",
      })
  void realPagesAreFollowed(String url) {
    assertThat(UrlTraps.reason(WebUrl.of(url), 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/x/y/x/y/x/y",
        "https://a.example/calendar/2031/02",
        "https://a.example/events/2031-02",
        "https://a.example/diary?month=2&year=2031",
      })
  void endlessSpacesAreNot(String url) {
    assertThat(UrlTraps.reason(WebUrl.of(url), 3)).isPresent();
  }

  @Test
  void tooLongAndTooDeepAreNot() {
    assertThat(UrlTraps.reason(WebUrl.of("https://a.example/" + "x".repeat(2_048)), 0)).isPresent();
    assertThat(UrlTraps.reason(WebUrl.of("https://a.example/"), 21)).isPresent();
  }
}
