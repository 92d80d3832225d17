package signpost.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    "https://a.example/?monkey=banana, https://a.example/?monkey=banana"
  })
  void whatLetsSomebodyInIsHiddenAndAllElseStays(String url, String read) {
    assertThat(UrlSecrets.hidden(WebUrl.of(url))).isEqualTo(read);
    assertThat(UrlSecrets.in(WebUrl.of(url))).isEqualTo(!url.equals(read));
  }
}
