package signpost.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hidden of a URL that others read. */
final class UrlSecretsTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.example/p?q=x&page=2#top, https://a.example/p?q=x&page=2#top",
    "https://me:pass@a.example/p, https://a.example/p",
    "https://me@a.example/p?mail=b@c.example, https://a.example/p?mail=b@c.example",
    "https://a.example/p@q, https://a.example/p@q",
    "https://a.example/?token=abc&page=2, https://a.example/?token=REDACTED&page=2",
    "https://a.example/?Access_Token=abc, https://a.example/?Access_Token=REDACTED",
    "https://a.example/p;jsessionid=1F?x=y, https://a.example/p;jsessionid=REDACTED",
    "https://a.example/#access_token=abc&x=y, https://a.example/#access_token=REDACTED&x=y",
    "https://a.example/?x-amz-signature=abc&sig=d, https://a.example/?x-amz-signature=REDACTED&sig=REDACTED",
    "https://a.example/?X-Goog-Signature=abc&X-Goog-Date=d, https://a.example/?X-Goog-Signature=REDACTED&X-Goog-Date=REDACTED",
    "https://a.example/?X-Amz-Credential=a%2Fb&v=2, https://a.example/?X-Amz-Credential=REDACTED&v=2",
    "https://a.example/?GoogleAccessId=abc, https://a.example/?GoogleAccessId=REDACTED",
    "https://a.example/?monkey=banana, https://a.example/?monkey=banana"
  })
  void whatLetsSomebodyInIsHiddenAndAllElseStays(String url, String read) {
    assertThat(UrlSecrets.hidden(WebUrl.of(url))).isEqualTo(read);
    assertThat(UrlSecrets.in(WebUrl.of(url))).isEqualTo(!url.equals(read));
    assertThat(UrlSecrets.perhapsIn(WebUrl.of(url))).isEqualTo(!url.equals(read));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/?%74oken=abc",
        "https://a.example/?next=https%3A%2F%2Fb.example%2F%3Ftoken%3Dabc"
      })
  void escapesDoNotMakeASecretFitToBeTold(String url) {
    assertThat(UrlSecrets.perhapsIn(WebUrl.of(url))).isTrue();
  }

  /** They may be of a sign-in that redirects, and mostly are a page's own. */
  @ParameterizedTest
  @CsvSource({
    "https://a.example/?code=abc&page=2, https://a.example/?code=REDACTED&page=2",
    "https://a.example/?key=GRACE#top, https://a.example/?key=REDACTED#top",
    "https://a.example/?state=Ohio&barcode=1, https://a.example/?state=REDACTED&barcode=1"
  })
  void whatMayLetSomebodyInIsHiddenButNoReasonToKeepNothing(String url, String read) {
    assertThat(UrlSecrets.hidden(WebUrl.of(url))).isEqualTo(read);
    assertThat(UrlSecrets.in(WebUrl.of(url))).isFalse();
    assertThat(UrlSecrets.perhapsIn(WebUrl.of(url))).isTrue();
  }
}
