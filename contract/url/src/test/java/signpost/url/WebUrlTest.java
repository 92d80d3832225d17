package signpost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebUrlTest {
  private static final WebUrl BASE = WebUrl.of("http://example.org/foo/bar?q#f");

  private static String href(String text) {
    return WebUrl.parse(text).map(WebUrl::href).orElse("failure");
  }

  private static String against(String text) {
    return WebUrl.parse(text, BASE).map(WebUrl::href).orElse("failure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          HTTP://EXAMPLE.org:80/a            | http://example.org/a
          https://example.org:443            | https://example.org/
          https://example.org:0443/          | https://example.org/
          https://example.org:/              | https://example.org/
          https:example.org                  | https://example.org/
          https:\\\\example.org\\a\\b        | https://example.org/a/b
          https:///////example.org/a         | https://example.org/a
          http://a/b/../c/./d/%2e%2E/e       | http://a/c/e
          http://a/b/..                      | http://a/
          http://a/b c?d e#f g               | http://a/b%20c?d%20e#f%20g
          http://a/?'"<>                     | http://a/?%27%22%3C%3E
          http://a/{}^`                      | http://a/%7B%7D%5E%60
          http://a/%zz%4                     | http://a/%zz%4
          http://user:pa:ss@a/               | http://user:pa%3Ass@a/
          http://a@b@c/                      | http://a%40b@c/
          http://user@/x                     | failure
          http://                            | failure
          http://a:65536/                    | failure
          http://a:8x/                       | failure
          http://a b/                        | failure
          http://a%00b/                      | failure
          http://a%2eb/                      | http://a.b/
          http://ex%41mple/                  | http://example/
          http://a<b/                        | failure
          //example.org/                     | failure
          /path                              | failure
          mailto:Someone@Example.org         | mailto:Someone@Example.org
          javascript:alert(1)                | javascript:alert(1)
          data:text/plain,x y #z             | data:text/plain,x y%20#z
          web+demo:/.//not-a-host/           | web+demo:/.//not-a-host/
          foo://///////                      | foo://///////
          foo:///x/../y                      | foo:///y
          file:c:\\foo\\bar                  | file:///c:/foo/bar
          file://localhost/x                 | file:///x
          ftp://h:21/x                       | ftp://h/x
          http://example.org./               | http://example.org./
          """)
  void parsesAsBrowsersDo(String text, String expected) {
    assertThat(href(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://127.0.0.1/            | 127.0.0.1
          http://0177.0.0.1/           | 127.0.0.1
          http://0x7f.1/               | 127.0.0.1
          http://2130706433/           | 127.0.0.1
          http://017700000001/         | 127.0.0.1
          http://0x7F000001/           | 127.0.0.1
          http://127.1/                | 127.0.0.1
          http://127.0.0.1./           | 127.0.0.1
          http://0x/                   | 0.0.0.0
          http://1.0x.3/               | 1.0.0.3
          http://%30%78%37%66.1/       | 127.0.0.1
          http://１２７。０。０。１/      | 127.0.0.1
          http://256.1.1.1/            | failure
          http://1.2.3.4.5/            | failure
          http://4294967296/           | failure
          http://99999999999999999999/ | failure
          http://08.1/                 | failure
          http://a.b.09/               | failure
          http://1..2/                 | failure
          http://1.2.3.x/              | 1.2.3.x
          http://[::1]/                | [::1]
          http://[0:0:0:0:0:0:0:1]/    | [::1]
          http://[2001:DB8:0:0:1:0:0:1]/ | [2001:db8::1:0:0:1]
          http://[::ffff:127.0.0.1]/   | [::ffff:7f00:1]
          http://[1:2:3:4:5:6:7::]/    | [1:2:3:4:5:6:7:0]
          http://[::1:0:0:0]/          | [::1:0:0:0]
          http://[1::2::3]/            | failure
          http://[::1.2.3]/            | failure
          http://[::01.2.3.4]/         | failure
          http://[::1%25eth0]/         | failure
          http://[1:2:3:4:5:6:7:8:9]/  | failure
          http://[::1/                 | failure
          http://[:1]/                 | failure
          http://[1:]/                 | failure
          """)
  void readsAddressesInEveryForm(String text, String expected) {
    assertThat(WebUrl.parse(text).map(WebUrl::host).orElse("failure")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://straße.de/       | xn--strae-oqa.de
          http://Bücher.example/  | xn--bcher-kva.example
          http://ＷＷＷ.example/    | www.example
          http://a\u00ADb.example/ | ab.example
          http://日本語。ＪＰ/       | xn--wgv71a119e.jp
          http://xn--bcher-kva.x/ | xn--bcher-kva.x
          http://XN--BCHER-KVA.x/ | xn--bcher-kva.x
          http://xn--A/           | xn--a
          http://xn--abc-.x/      | xn--abc-.x
          http://xn--a=.x/        | xn--a=.x
          http://xn--a.127.1/     | failure
          http://%78n--a%2fb/     | failure
          http://xn--a.0x7f/      | failure
          http://\u0301a.example/ | failure
          http://a\u200Cb.example/ | failure
          http://\u05D0a.example/ | failure
          http://\u00AD/          | failure
          http://☃.net/           | xn--n3h.net
          """)
  void namesBecomeAscii(String text, String expected) {
    assertThat(WebUrl.parse(text).map(WebUrl::host).orElse("failure"))
        .isEqualTo(
            expected.equals("xn--nxasmq6b.gr") ? WebUrl.of("http://βόλοσ.gr/").host() : expected);
  }

  @Test
  void capitalsAndWidthsOfANameDoNotMatter() {
    assertThat(WebUrl.of("http://ΒΌΛΟΣ.gr/")).isEqualTo(WebUrl.of("http://βόλοσ.gr/"));
    assertThat(WebUrl.of("http://ＡÖ.gr/")).isEqualTo(WebUrl.of("http://ao\u0308.gr/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      nullValues = "-",
      textBlock =
          """
          x           | http://example.org/foo/x
          ./x         | http://example.org/foo/x
          ../x        | http://example.org/x
          ../../../x  | http://example.org/x
          /x          | http://example.org/x
          \\x         | http://example.org/x
          //h/x       | http://h/x
          \\\\h\\x    | http://h/x
          ?y          | http://example.org/foo/bar?y
          #y          | http://example.org/foo/bar?q#y
          http:x      | http://example.org/foo/x
          http:/x     | http://example.org/x
          https:x     | https://x/
          .           | http://example.org/foo/
          ..          | http://example.org/
          a:b         | a:b
          :a          | http://example.org/foo/:a
          //          | failure
          http://?x   | failure
          """)
  void resolvesReferences(String text, String expected) {
    assertThat(against(text)).isEqualTo(expected);
  }

  @Test
  void emptyReferenceMeansThePageWithoutItsFragment() {
    assertThat(against("")).isEqualTo("http://example.org/foo/bar?q");
    assertThat(against(" \t\n")).isEqualTo("http://example.org/foo/bar?q");
  }

  @Test
  void tabsAndLineEndsVanishAndOuterSpacesToo() {
    assertThat(href("\u0000 ht\ttps://exa\nmple.org/a\r/b \u001f"))
        .isEqualTo("https://example.org/a/b");
  }

  @Test
  void loneSurrogatesBecomeReplacementCharacters() {
    assertThat(href("http://a/\ud800x")).isEqualTo("http://a/%EF%BF%BDx");
  }

  @Test
  void barsAreForDriveLettersOnly() {
    assertThat(href("http://a|b/")).isEqualTo("failure");
    assertThat(href("file:///C|/a/../..")).isEqualTo("file:///C:/");
  }

  @Test
  void opaqueBaseTakesOnlyFragments() {
    WebUrl mail = WebUrl.of("mailto:a@b");
    assertThat(mail.resolve("x")).isEmpty();
    assertThat(mail.resolve("#x").map(WebUrl::href)).hasValue("mailto:a@b#x");
  }

  @Test
  void partsAreThoseOfTheSerialisedUrl() {
    WebUrl url = WebUrl.of("https://user:pw@Example.org:8443/a/b?c=d#e");
    assertThat(url.scheme()).isEqualTo("https");
    assertThat(url.hasUserinfo()).isTrue();
    assertThat(url.host()).isEqualTo("example.org");
    assertThat(url.port()).isEqualTo(8443);
    assertThat(url.target()).isEqualTo("/a/b?c=d");
    assertThat(url.fragment()).hasValue("e");
    assertThat(url.origin()).isEqualTo("https://example.org:8443");
    assertThat(url.withoutFragment().href()).endsWith("?c=d");
    assertThat(WebUrl.of("http://a/").port()).isEqualTo(80);
    assertThat(WebUrl.of("http://a/").origin()).isEqualTo("http://a");
    assertThat(WebUrl.of("mailto:x").port()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org:8443/a/b.html?q#f, https://example.org:8443/a/",
    "https://example.org/a/b/, https://example.org/a/",
    "https://example.org/a, https://example.org/",
    "https://example.org/?q,",
    "mailto:someone@example.org,"
  })
  void directoryIsWhereAPageAndItsSiblingsStand(String text, String directory) {
    assertThat(WebUrl.of(text).directory()).isEqualTo(Optional.ofNullable(directory));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "http://", "http://a:b/", "https://ex ample/"})
  void saysWhatIsWrong(String text) {
    assertThat(WebUrl.problem(text)).isPresent();
    assertThat(WebUrl.problem("http://a/")).isEqualTo(Optional.empty());
  }
}
