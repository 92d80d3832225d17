package signpost.web.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.url.WebUrl;
import signpost.web.politeness.RobotsText.RobotsRuling;

/** RFC 9309, clause by clause, and what robots.txt files really look like. */
final class RobotsTextTest {
  private static RobotsRuling ruling(String robots, String path) {
    return RobotsText.of(robots).ruling(WebUrl.of("https://a.example" + path));
  }

  private static boolean allows(String robots, String path) {
    return ruling(robots, path).allowed();
  }

  private static boolean matches(String pattern, String path) {
    return !allows("User-agent: *\nDisallow: " + pattern, path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User-agent: signpost",
        "user-AGENT:SIGNPOST",
        "User-agent: signpost/1.2",
        "User-agent: Signpost Crawler",
        " User-agent \t:  signpost  # us",
        "User-agent signpost",
        "useragent: signpost",
        "User-agent: other\nUser-agent: signpost",
        "User-agent: signpost\nUser-agent: other",
        "User-agent: signpost\n\nUser-agent: other\n",
        "User-agent: signpost\nSitemap: https://a.example/s.xml\nUser-agent: other",
        "User-agent: signpost\nno idea\nUser-agent: other"
      })
  void groupsNameUsInManyWays(String header) {
    assertThat(allows(header + "\nDisallow: /x", "/x")).isFalse();
    assertThat(allows("User-agent: *\nDisallow: /\n" + header + "\nDisallow: /x", "/y")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"signpostbot", "my-signpost", "sign post", "sign", "*signpost", "/signpost", "s*"})
  void otherAgentsAreNotUs(String agent) {
    assertThat(allows("User-agent: " + agent + "\nDisallow: /", "/x")).isTrue();
  }

  @Test
  void groupsOfTheSameAgentCountAsOne() {
    String robots =
        """
        User-agent: signpost
        Disallow: /a

        User-agent: *
        Disallow: /b

        User-agent: signpost
        Disallow: /c
        """;
    assertThat(allows(robots, "/a")).isFalse();
    assertThat(allows(robots, "/b")).isTrue();
    assertThat(allows(robots, "/c")).isFalse();
    String all =
        """
        User-agent: *
        Disallow: /a
        User-agent: x
        Disallow: /
        User-agent: *
        Disallow: /c
        """;
    assertThat(allows(all, "/a")).isFalse();
    assertThat(allows(all, "/b")).isTrue();
    assertThat(allows(all, "/c")).isFalse();
  }

  @Test
  void groupOfOursThatSaysNothingStillReplacesTheOneForAll() {
    assertThat(allows("User-agent: *\nDisallow: /\nUser-agent: signpost\n", "/x")).isTrue();
    assertThat(allows("User-agent: signpost\nDisallow:\nUser-agent: *\nDisallow: /", "/x"))
        .isTrue();
  }

  @Test
  void rulesBeforeAnyAgentSayNothing() {
    assertThat(allows("Disallow: /\n\nUser-agent: *\nDisallow: /x\n", "/y")).isTrue();
  }

  @Test
  void blankLinesDoNotEndAGroup() {
    assertThat(allows("User-agent: *\n\n\nDisallow: /a\n\nDisallow: /b", "/b")).isFalse();
    assertThat(allows("User-agent: other\n\nUser-agent: signpost\n\nDisallow: /", "/x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\n\r", "\r\r\n"})
  void anyLineEndWillDo(String end) {
    assertThat(allows("User-agent: *" + end + "Disallow: /x" + end + "Allow: /x/y", "/x"))
        .isFalse();
    assertThat(allows("User-agent: *" + end + "Disallow: /x" + end + "Allow: /x/y", "/x/y"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "\uFFFD"})
  void byteOrderMarkIsSkippedWholeOrCut(String mark) {
    assertThat(allows(mark + "User-agent: *\nDisallow: /x", "/x")).isFalse();
    assertThat(allows("User-agent: *\n" + mark + "Disallow: /x", "/x")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/fish, /fish, true",
    "/fish, /fish.html, true",
    "/fish, /fish/salmon.html, true",
    "/fish, /fishheads/yummy.html, true",
    "/fish, /fish.php?id=anything, true",
    "/fish, /Fish.asp, false",
    "/fish, /catfish, false",
    "/fish, /?id=fish, false",
    "/fish*, /fishheads, true",
    "/fish/, /fish/?id=1, true",
    "/fish/, /fish, false",
    "/fish/, /fish.html, false",
    "/*.php, /index.php, true",
    "/*.php, /folder/any.php.file.html, true",
    "/*.php, /filename.php/, true",
    "/*.php, /, false",
    "/*.php, /windows.PHP, false",
    "/*.php$, /filename.php, true",
    "/*.php$, /filename.php?parameters, false",
    "/*.php$, /filename.php5, false",
    "/*.php$, /a.php.php, true",
    "/fish*.php, /fishheads/catfish.php?parameters, true",
    "/fish*.php, /Fish.PHP, false",
    "/$, /, true",
    "/$, /x, false",
    "/a$b, /a$b, true",
    "/a$b, /a, false",
    "/a*$, /abc, true",
    "*, /anything, true",
    "*.gif$, /x.gif, true",
    "fish, /fish, false",
    "/a**b, /axxb, true",
    "/a*b*c$, /abbc, true",
    "/a*b*c$, /acb, false",
    "/ab*ba$, /aba, false"
  })
  void patternsMatchFromTheStartWithStarsAndDollars(String pattern, String path, boolean matches) {
    assertThat(matches(pattern, path)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "/foo/bar?baz=quz, /foo/bar?baz=quz, true",
    "/foo/bar?baz=https://foo.bar, /foo/bar?baz=https%3A%2F%2Ffoo.bar, true",
    "/foo/bar?baz=https%3A%2F%2Ffoo.bar, /foo/bar?baz=https://foo.bar, true",
    "/foo/bar/ツ, /foo/bar/%E3%83%84, true",
    "/foo/bar/%e3%83%84, /foo/bar/ツ, true",
    "/foo/bar/%62%61%7A, /foo/bar/baz, true",
    "/foo/bar/baz, /foo/bar/%62%61%7A, true",
    "/a%2Fb, /a/b, false",
    "/a/b, /a%2fb, false",
    "/a%2fb, /a%2Fb, true",
    "/file-with-a-%2A.html, /file-with-a-*.html, true",
    "/file-with-a-%2A.html, /file-with-a-x.html, false",
    "/foo-%24, /foo-$, true",
    "/a b, /a%20b, true",
    "/a|b, /a%7Cb, true",
    "/%zz, /%zz, true",
    "/100%, /100%, true"
  })
  void escapesAreComparedAsTheStandardSays(String pattern, String path, boolean matches) {
    assertThat(matches(pattern, path)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "/p, /, /page, true",
    "/folder, /folder, /folder/page, true",
    "/page, /*.htm, /page.htm, false",
    "/$, /, /, true",
    "/$, /, /page.htm, false",
    "/x/page., /*.html, /x/page.html, true",
    "/x/page., /*.html, /x/y.html, false",
    "/a/ツ, /a/%E3, /a/ツ, true"
  })
  void longestMatchWinsAndAllowWinsTies(String allow, String disallow, String path, boolean ok) {
    assertThat(allows("User-agent: *\nAllow: " + allow + "\nDisallow: " + disallow, path))
        .isEqualTo(ok);
    assertThat(allows("User-agent: *\nDisallow: " + disallow + "\nAllow: " + allow, path))
        .isEqualTo(ok);
  }

  @Test
  void decidingLineIsGivenAsWritten() {
    String robots = "User-agent: *\n  DISALLOW :/a\nallow: /a/b   # here\nDisallow:\n";
    assertThat(ruling(robots, "/a"))
        .isEqualTo(new RobotsRuling(false, Optional.of("DISALLOW :/a")));
    assertThat(ruling(robots, "/a/b"))
        .isEqualTo(new RobotsRuling(true, Optional.of("allow: /a/b   # here")));
    assertThat(ruling(robots, "/c")).isEqualTo(new RobotsRuling(true, Optional.empty()));
  }

  @Test
  void robotsTxtItselfIsAlwaysAllowed() {
    assertThat(allows("User-agent: *\nDisallow: /", "/robots.txt")).isTrue();
    assertThat(allows("User-agent: *\nDisallow: /", "/robots.txt2")).isFalse();
  }

  @Test
  void crawlDelayIsTheLongestOfOurGroupAndEndsNoGroup() {
    String robots =
        """
        User-agent: signpost
        Crawl-delay: 2
        Crawl-delay: 7.5
        User-agent: x
        Disallow: /
        User-agent: y
        Crawl-delay: 99
        Disallow: /
        """;
    assertThat(RobotsText.of(robots).verdict(WebUrl.of("https://a.example/robots.txt")))
        .isEqualTo(new RobotsVerdict.Allowed(Optional.of(Duration.ofMillis(7_500))));
    assertThat(allows(robots, "/x")).isFalse();
  }

  @Test
  void oneHugeLineHidesNothingAfterIt() {
    String robots =
        "User-agent: *\nDisallow: /"
            + "a".repeat(400_000)
            + "\nDisallow: /x\n#"
            + "b".repeat(99_999);
    assertThat(allows(robots, "/x")).isFalse();
    assertThat(allows(robots, "/a")).isTrue();
  }

  @Test
  void starsDoNotMakeMatchingSlow() {
    String robots = "User-agent: *\nDisallow: /" + "a*".repeat(10_000) + "b$";
    assertThat(allows(robots, "/" + "a".repeat(30_000))).isTrue();
  }

  @Test
  void moreThanWeReadEndsWithAWholeLine() throws IOException {
    String line = "Disallow: /" + "x".repeat(1_000) + "\r";
    String robots = "User-agent: *\rDisallow: /first\r" + line.repeat(2_000) + "Disallow: /last";
    RobotsText read =
        RobotsText.read(new ByteArrayInputStream(robots.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.ruling(WebUrl.of("https://a.example/first")).allowed()).isFalse();
    assertThat(read.ruling(WebUrl.of("https://a.example/last")).allowed()).isTrue();
    assertThat(read.ruling(WebUrl.of("https://a.example/" + "x".repeat(500))).allowed()).isTrue();
  }

  @Test
  void sitemapsAreNamedForEverybodyWhereverTheyStand() {
    String robots =
        """
        Sitemap: https://a.example/one.xml
        User-agent: other
        Disallow: /
        sitemap: /two.xml # new
        Sitemap: ftp://a.example/three.xml
        Sitemap:
        """;
    assertThat(RobotsText.of(robots).sitemaps(WebUrl.of("https://a.example/x")))
        .extracting(WebUrl::href)
        .contains("https://a.example/one.xml", "https://a.example/two.xml")
        .noneMatch(it -> it.startsWith("ftp:"));
  }
}
