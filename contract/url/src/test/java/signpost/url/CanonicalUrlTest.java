package signpost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CanonicalUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTPS://WWW.Example.org:443/A/?b#c         | https://www.example.org/A/?b
          https://a/?utm_source=x&id=1&utm_medium=y  | https://a/?id=1
          https://a/x?utm_source=x                   | https://a/x
          https://a/x?UTM_Source=x&fbclid=1&gclid=2  | https://a/x
          https://a/x?%75tm_source=x&b=             | https://a/x?b=
          https://a/x?cn-reloaded=1&c=d#top          | https://a/x?c=d
          https://a/x?autmn=1                        | https://a/x?autmn=1
          https://a/x/                               | https://a/x/
          http://a/x                                 | http://a/x
          https://a/x?                               | https://a/x?
          mailto:a@b?subject=x                       | mailto:a@b?subject=x
          https://bücher.example                     | https://xn--bcher-kva.example/
          """)
  void identityDropsWhatDoesNotNameThePage(String text, String expected) {
    assertThat(CanonicalUrl.parse(text).orElseThrow().value()).isEqualTo(expected);
  }

  @Test
  void onlyIdentitiesAreAccepted() {
    assertThatThrownBy(() -> new CanonicalUrl("https://a/x#y"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CanonicalUrl("nonsense"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isAPlainStringInJson() throws Exception {
    var json = new ObjectMapper();
    var url = CanonicalUrl.parse("https://a/x").orElseThrow();
    assertThat(json.writeValueAsString(url)).isEqualTo("\"https://a/x\"");
    assertThat(json.readValue("\"https://a/x\"", CanonicalUrl.class)).isEqualTo(url);
    assertThat(json.readValue("\"https://a/x#y\"", WebUrl.class))
        .isEqualTo(WebUrl.of("https://a/x#y"));
    assertThat(json.writeValueAsString(WebUrl.of("https://a/x#y"))).isEqualTo("\"https://a/x#y\"");
  }
}
