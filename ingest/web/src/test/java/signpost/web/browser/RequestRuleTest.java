package signpost.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;
import signpost.web.browser.RequestRule.ToEmpty;
import signpost.web.browser.RequestRule.ToFail;
import signpost.web.browser.RequestRule.ToFetch;

class RequestRuleTest {
  private static final String URL = "https://example.org/a#b";

  @Test
  void scriptsAndDataAreFetched() {
    for (String type : List.of("Script", "XHR", "Fetch")) {
      assertThat(RequestRule.of(type, "GET", URL))
          .isEqualTo(new ToFetch(WebUrl.of("https://example.org/a")));
    }
  }

  @Test
  void styleSheetsAreEmptyAndPicturesFail() {
    assertThat(RequestRule.of("Stylesheet", "GET", URL)).isEqualTo(new ToEmpty());
    for (String type : List.of("Image", "Media", "Font", "EventSource", "WebSocket", "Other")) {
      assertThat(RequestRule.of(type, "GET", URL)).isEqualTo(new ToFail(Optional.empty()));
    }
  }

  @Test
  void nothingIsSent() {
    var sending = new ToFail(Optional.of(DeniedAct.SENDING));

    assertThat(RequestRule.of("Fetch", "POST", URL)).isEqualTo(sending);
    assertThat(RequestRule.of("XHR", "DELETE", URL)).isEqualTo(sending);
    assertThat(RequestRule.of("Ping", "POST", URL)).isEqualTo(sending);
  }

  @Test
  void whatBringsWordsOrAsksLeaveForThemIsMissed() {
    for (String type : List.of("Script", "XHR", "Fetch", "Preflight", "EventSource")) {
      assertThat(RequestRule.mayBringWords(type)).as(type).isTrue();
    }
    for (String type : List.of("Image", "Font", "Media", "Ping", "Stylesheet")) {
      assertThat(RequestRule.mayBringWords(type)).as(type).isFalse();
    }
  }

  @Test
  void whatIsNotOfTheWebIsNotReached() {
    var address = new ToFail(Optional.of(DeniedAct.ADDRESS));

    assertThat(RequestRule.of("Fetch", "GET", "file:///etc/passwd")).isEqualTo(address);
    assertThat(RequestRule.of("Script", "GET", "chrome://settings/a.js")).isEqualTo(address);
  }
}
