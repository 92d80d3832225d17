package signpost.search.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How things are written for people. */
class PageFormatTest {
  private static final Instant NOON = Instant.parse("2026-06-03T11:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T09:05:00Z, 9:05am",
    "2026-01-05T09:00:00Z, 9am",
    "2026-06-05T09:00:00Z, 10am",
    "2026-06-05T11:00:00Z, midday",
    "2026-06-05T23:00:00Z, midnight",
    "2026-06-05T23:05:00Z, 12:05am",
  })
  void timesOfDayAreThoseOfLondonInFewWords(Instant at, String words) {
    assertThat(PageFormat.time(at)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "PT59S, just now",
    "PT1M, 1 minute ago",
    "PT59M, 59 minutes ago",
    "PT1H, 1 hour ago",
    "PT24H, 1 day ago",
    "P30D, 30 days ago",
    "P31D, on 3 May 2026",
    "PT-1M, 3 June 2026 at 12:01pm",
  })
  void timesPastAreToldInTheUnitThatSaysSomething(Duration since, String words) {
    assertThat(PageFormat.ago(NOON.minus(since), NOON)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a|b?x={y}",
        "https://example.org/50%-off",
        "https://example.org/list[1]",
        "https://my_host.example.org/",
        "http://127.0.0.1:8080/",
        "https://bücher.example/"
      })
  void whateverBrowsersOpenIsALink(String url) {
    assertThat(PageFormat.isLink(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "java\nscript:alert(1)", "mailto:a@b.example", "/path", ""})
  void whatBrowsersWouldRunOrCannotOpenIsNone(String url) {
    assertThat(PageFormat.isLink(url)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://my_host.example.org/a, my_host.example.org",
    "https://EXAMPLE.org:8443/a|b, example.org",
    "https://раypal.example/, xn--ypal-43d9g.example",
    "no address, an address nobody can read",
  })
  void hostIsTheOneThatIsDialled(String url, String host) {
    assertThat(PageFormat.host(url)).isEqualTo(host);
  }

  @Test
  void addressIsDecodedOnlyWhereThatCannotChangeItsMeaning() {
    assertThat(PageFormat.address("https://example.org/caf%C3%A9%20menu/"))
        .isEqualTo("example.org/café menu");
    assertThat(PageFormat.address("https://example.org/a%2Fb?q=%26%FF"))
        .isEqualTo("example.org/a%2Fb?q=%26%FF");
  }

  @Test
  void addressIsNotEndlessAndNoLetterIsCutInTwo() {
    String address = PageFormat.address("https://example.org/" + "😀".repeat(100));
    assertThat(address).endsWith("…").hasSizeLessThanOrEqualTo(121).doesNotContain("\ud83d…");
  }

  @Test
  void numbersAreGroupedAndThingsCountedAsPeopleDo() {
    assertThat(PageFormat.count(0, "page")).isEqualTo("0 pages");
    assertThat(PageFormat.count(1, "page")).isEqualTo("1 page");
    assertThat(PageFormat.count(12_345, "page")).isEqualTo("12,345 pages");
  }
}
