package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.url.WebUrl;

class LinkResolverTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "https://a.example/x;jsessionid=72d990a6952ffae8 > https://a.example/x",
        "https://a.example/x;jsessionid=72d990?page=2#top > https://a.example/x?page=2#top",
        "https://a.example/x?sid=1&page=2 > https://a.example/x?page=2",
        "https://a.example/x?page=2&sid=1#top > https://a.example/x?page=2#top",
        "https://a.example/x?a=1&PHPSESSID=2&b=3 > https://a.example/x?a=1&b=3",
        "https://a.example/x?page=2&token=9f3a > https://a.example/x?page=2",
        "https://a.example/x?v=1699999999999 > https://a.example/x",
        "https://a.example/watch?v=dQw4w9WgXcQ > https://a.example/watch?v=dQw4w9WgXcQ",
        "https://a.example/x?page=2;3 > https://a.example/x?page=2;3",
        "https://a.example/a;b/c?q=x%3By > https://a.example/a;b/c?q=x%3By"
      })
  void whatIsWrittenAnewForEveryVisitorIsNoPartOfALink(String written, String lasting) {
    assertThat(SessionUrl.without(WebUrl.of(written))).isEqualTo(WebUrl.of(lasting));
  }

  @ParameterizedTest
  @CsvSource({
    "tel:08001111, tel:08001111",
    "tel:0800%201111, tel:08001111",
    "TEL:+44-800-1111, tel:08001111",
    "tel:+44 (0)131 496 0001, tel:01314960001",
    "tel://0044131 496 0001, tel:01314960001",
    "'tel:0131-496-0001;ext=12', tel:01314960001x12",
    "tel:+353 1 234 5678, tel:+35312345678",
    "sms:85258?body=SHOUT, sms:85258",
    "mailto:Help@Example.org?subject=Hello, mailto:help@example.org",
    "mailto:help%40example.org, mailto:help@example.org",
    "https://wa.me/447700900123?text=hi, https://wa.me/447700900123",
    "https://api.whatsapp.com/send?phone=%2B447700900123, https://wa.me/447700900123",
  })
  void numbersAndAddressesHaveOneSpelling(String href, String url) {
    assertThat(linking(href)).containsExactly(url);
  }

  @Test
  void linksOfAWholePageAreThoseAReaderCanFollow() {
    var page =
        org.jsoup.Jsoup.parse(
            "<template><base href=/no/><a href=no></a></template><base><base href=/b/>"
                + "<a href=1>x</a><svg><a xlink:href=2>x</a></svg><a xlink:href=no>x</a>");
    assertThat(LinkResolver.everywhere(page, WebUrl.of("https://a.example/")))
        .extracting(WebUrl::href)
        .containsExactly("https://a.example/b/1", "https://a.example/b/2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tel:", "mailto:?subject=See&body=https://a.example", "sms:?body=x"})
  void linksToNobodyAreNone(String href) {
    assertThat(linking(href)).isEmpty();
  }

  @Test
  void addressHiddenByCloudflareIsRead() {
    ReadablePage one = hidden("help@example.org", 0x4a);
    ReadablePage two = hidden("help@example.org", 0xc3);
    ReadablePage other = hidden("advice@example.org", 0x4a);

    assertThat(one.text()).contains("Write to help@example.org or use our form");
    assertThat(one.outlinks())
        .extracting(it -> it.url().href())
        .contains("mailto:help@example.org");
    assertThat(one.fingerprint()).isEqualTo(two.fingerprint()).isNotEqualTo(other.fingerprint());
  }

  @Test
  void whatIsHiddenOtherwiseStaysAsItIs() {
    ReadablePage page =
        Pages.read(
            "<main><h1>Contact</h1><p>Write to <span data-cfemail=zz>[email protected]</span>"
                + " and we shall answer as soon as we can.</p></main>");

    assertThat(page.text()).contains("Write to [email protected] and");
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example/t, https://a.example/t",
    "https://a.example/t, https://www.a.example/t/",
    "https://a.example, https://a.example/",
    "https://a.example/t?a=1, https://a.example/t/?mc_cid=7&a=1",
    "https://a.example/t, https://a.example/t?utm_source=x&_ga=2.3",
  })
  void samePlaceWrittenOtherwiseIsNoChange(String before, String after) {
    assertThat(page(before).fingerprint()).isEqualTo(page(after).fingerprint());
  }

  private static ReadablePage hidden(String address, int key) {
    StringBuilder hex = new StringBuilder("%02x".formatted(key));
    address.chars().forEach(c -> hex.append("%02x".formatted(c ^ key)));
    String span =
        "<span class=__cf_email__ data-cfemail=\"" + hex + "\">[email&#160;protected]</span>";
    return Pages.read(
        "<main><h1>Contact</h1><p>Write to <a href=\"/cdn-cgi/l/email-protection#%s\">%s</a> or use our form on this page.</p>"
                .formatted(hex, span)
            + "<p>We answer within two working days, and we read all that is sent.</p></main>");
  }

  private static ReadablePage page(String href) {
    return Pages.read(
        "<main><h1>Contact</h1><p>There is more to say of it, as <a href=\""
            + href
            + "\">the others</a> have said before, and we thank them.</p></main>");
  }

  private static List<String> linking(String href) {
    return page(href).outlinks().stream().map(it -> it.url().href()).toList();
  }
}
