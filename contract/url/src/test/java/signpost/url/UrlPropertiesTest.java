package signpost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What holds for any text: thousands of odd ones from a fixed seed. */
final class UrlPropertiesTest {
  private static final String[] SHARDS = {
    "http:",
    "https://",
    "file:",
    "foo:",
    "//",
    "/",
    "\\",
    "..",
    ".",
    "%2e",
    "%",
    "%41",
    "%zz",
    "?",
    "#",
    "@",
    ":",
    ":80",
    ":443",
    ":99999",
    "[",
    "]",
    "[::1]",
    "[::ffff:1.2.3.4]",
    "0x7f",
    "0177",
    "127.0.0.1",
    "a",
    "Z",
    "é",
    "ß",
    "xn--",
    "xn--bcher-kva",
    " ",
    "\t",
    "\n",
    "\0",
    "\ud800",
    "😀",
    "&utm_source=x",
    "utm_a=b",
    "=",
    "&",
    "fbclid=1",
    "C|",
    "c:",
    "\u00AD",
    "。",
    "\u0301",
    "א",
    "١"
  };

  private static String odd(RandomGenerator random) {
    var text = new StringBuilder(random.nextBoolean() ? "https://" : "");
    for (int n = random.nextInt(12); n >= 0; n--) {
      text.append(SHARDS[random.nextInt(SHARDS.length)]);
    }
    return text.toString();
  }

  @Test
  void parsingNeverThrowsAndSerialisingIsStable() {
    RandomGenerator random = new Random(20_261_123);
    WebUrl base = WebUrl.of("https://example.org/a/b?c#d");
    int parsed = 0;
    for (int i = 0; i < 50_000; i++) {
      String text = odd(random);
      var url = random.nextBoolean() ? WebUrl.parse(text) : WebUrl.parse(text, base);
      if (url.isPresent()) {
        parsed++;
        assertThat(WebUrl.parse(url.get().href()))
            .as("'%s' gives '%s'", text, url.get())
            .contains(url.get());
        assertThat(url.get().href().chars()).as(text).allMatch(c -> c >= ' ' && c < 0x7F);
      }
    }
    assertThat(parsed).isGreaterThan(10_000);
  }

  @Test
  void identityOfAnIdentityIsItself() {
    RandomGenerator random = new Random(8_112_026);
    for (int i = 0; i < 20_000; i++) {
      WebUrl.parse(odd(random))
          .map(CanonicalUrl::of)
          .ifPresent(id -> assertThat(CanonicalUrl.of(id.url())).isEqualTo(id));
    }
  }
}
