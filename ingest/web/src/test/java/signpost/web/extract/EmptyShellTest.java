package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import signpost.kit.WorkTime;
import signpost.web.extract.ReadOutcome.Unreadable;
import signpost.web.extract.ReadOutcome.UnreadableReason;

class EmptyShellTest {
  private static final String SCRIPT = "<script src=/main.js></script>";
  private static final String NEEDED =
      "<noscript>You need to enable JavaScript to run this app.</noscript>";
  private static final String WORDS = "Help with heating is open to all who rent. ".repeat(5);

  @Test
  void emptyRootOfAFrameworkNeedsABrowser() {
    assertThat(shell("<div id=root></div>" + SCRIPT))
        .hasValueSatisfying(it -> assertThat(it).contains("#root"));
    assertThat(shell("<app-root>Loading…</app-root>" + SCRIPT)).isPresent();
    assertThat(shell("<div id=__next><div class=spinner></div></div>" + SCRIPT)).isPresent();
    assertThat(shell("<div id=__nuxt><div class=loader></div></div>" + SCRIPT)).isPresent();
    assertThat(shell("<div style='display: contents'>" + SCRIPT + "</div>")).isPresent();
    assertThat(shell("<council-portal></council-portal>" + SCRIPT)).isPresent();
    assertThat(
            shell(
                "<noscript id=gatsby-noscript>This app works best with JavaScript enabled."
                    + "</noscript><div id=___gatsby><div id=gatsby-focus-wrapper></div></div>"
                    + SCRIPT))
        .isPresent();
  }

  @Test
  void whatIsShownWhileAReaderWaitsSaysNothing() {
    for (String wait :
        List.of(
            "Loading",
            "Loading, please wait a moment.",
            "Please wait while we load your page",
            "Arhoswch eiliad, os gwelwch yn dda.",
            "Chargement en cours…",
            "Yn llwytho",
            "Find help",
            "Please enable JavaScript to use this site.",
            "Milton Keynes Directory of Help")) {
      assertThat(shell("<div id=app><span>" + wait + "</span></div>" + SCRIPT))
          .as(wait)
          .isPresent();
    }
  }

  @Test
  void whatIsHiddenUntilSomethingFailsSaysNothing() {
    assertThat(
            shell(
                "<div id=auraLoadingBox>Loading</div><div id=auraErrorMask><div>Sorry to interrupt"
                    + "</div><p>This page has an error. You might just need to refresh it.</p>"
                    + "</div>"
                    + SCRIPT))
        .isPresent();
    assertThat(
            shell(
                "<div id=app>Loading...</div><div id=blazor-error-ui>An unhandled error has"
                    + " occurred. <a href=''>Reload</a></div>"
                    + SCRIPT))
        .isPresent();
    assertThat(
            shell(
                "<div id=root></div><div style='display:none'>Your session has ended.</div>"
                    + SCRIPT))
        .isPresent();
  }

  @Test
  void furnitureAroundAnEmptyRootIsNotThePage() {
    assertThat(
            shell("<header>" + WORDS + "</header><div id=app></div>" + SCRIPT + "<footer>" + WORDS))
        .isPresent();
    assertThat(
            shell(
                "<a href='#main'>Skip to main content of this page</a><div role=navigation>"
                    + WORDS
                    + "</div><div id=app></div><div class=cookie-banner><h2>Cookies</h2>"
                    + WORDS
                    + "We use cookies.</div>"
                    + SCRIPT))
        .isPresent();
  }

  @Test
  void pageThatSaysItNeedsScriptsNeedsABrowser() {
    assertThat(shell(NEEDED + "<main></main>" + SCRIPT))
        .hasValueSatisfying(it -> assertThat(it).contains("JavaScript"));
  }

  @Test
  void pageWithoutWordsButWithScriptsNeedsABrowser() {
    assertThat(shell("<div class=x></div>" + SCRIPT)).isPresent();
  }

  @Test
  void pageOfFewWordsIsReadAsItIs() {
    assertThat(shell("<h1>Closed</h1><p>The centre is closed.</p>" + SCRIPT)).isEmpty();
    assertThat(shell("<div id=root>" + WORDS + "</div>" + SCRIPT)).isEmpty();
    assertThat(shell("<div id=root></div>")).isEmpty();
    assertThat(shell("<div id=root></div><script type=application/ld+json>{}</script>")).isEmpty();
    assertThat(shell("<img src=poster.png alt=''>" + SCRIPT)).isEmpty();
  }

  @Test
  void emptyRootBesideWordsIsAWidget() {
    String words = "<p>Ring us on weekdays. We visit you at home. It costs nothing.</p>";
    for (String page :
        List.of(
            "<main>" + words + "</main><div id=app></div>",
            "<div id=root></div><div class=content>" + words + "</div>",
            "<article><header>" + words + "</header></article><chat-box></chat-box>",
            "<header class=hero><h1>Warm rooms for all</h1>"
                + words
                + "</header><div id=app></div>",
            "<div id=__next>" + words + "</div>")) {
      assertThat(shell(page + SCRIPT)).as(page).isEmpty();
      assertThat(shell(page + NEEDED + SCRIPT)).as(page).isEmpty();
    }
  }

  @Test
  void noscriptThatSpeaksOfAPartIsNotThePage() {
    assertThat(
            shell(
                "<main><p>We lend toys on Mondays.</p></main><noscript>Please enable JavaScript to"
                    + " view the comments.</noscript>"
                    + SCRIPT))
        .isEmpty();
  }

  @Test
  void sentencesWithoutSpacesAreCountedByTheirLetters() {
    for (String words :
        List.of(
            "相談は無料です。月曜日から金曜日まで電話できます。",
            "咨询免费 周一至周五可以打电话",
            "الاستشارة مجانية. اتصل بنا من الاثنين إلى الجمعة.",
            "ให้คำปรึกษาฟรี โทรหาเราได้ทุกวัน")) {
      assertThat(shell("<div id=app><div>" + words + "</div></div>" + NEEDED + SCRIPT))
          .as(words)
          .isEmpty();
    }
  }

  @Test
  void pageThatShrinksToItsEndIsReadAsItIs() {
    for (String end :
        List.of(
            "<div>This service has closed.</div>",
            "<h1>This service has closed</h1>",
            "<p>We have moved</p>",
            "<p>This is your page now.</p>",
            "<div>Mae'r gwasanaeth wedi cau.</div>",
            "<div>サービスは終了しました。</div>",
            "<main><header><h1>Service ended in May</h1></header></main>")) {
      assertThat(shell("<div id=root>" + end + "</div>" + NEEDED + SCRIPT)).as(end).isEmpty();
      assertThat(shell(end + "<div id=app></div>" + SCRIPT)).as(end).isEmpty();
    }
  }

  @Test
  void wordsWithoutScriptsAreReadWhereThePublisherGivesThem() {
    assertThat(shell("<div id=app></div><noscript>" + WORDS.repeat(2) + "</noscript>" + SCRIPT))
        .isEmpty();
  }

  @Test
  void hostilePageIsJudgedInTime() {
    String deep = "word ".repeat(100_000);
    for (String page :
        List.of(
            "word ".repeat(2_000_000),
            "a" + " . ".repeat(3_000_000) + "b",
            "<div hidden>".repeat(5_000) + deep,
            "<div class=cookie-banner>".repeat(5_000) + deep,
            "<header>".repeat(5_000) + deep,
            "<noscript>x</noscript>".repeat(60_000),
            "<i>Loading…</i>".repeat(90_000))) {
      Document parsed = Jsoup.parse(page + SCRIPT);

      assertThat(WorkTime.of(() -> assertThat(EmptyShell.in(parsed)).isNotNull()))
          .as(page.substring(0, 30))
          .isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void readerSaysThatThePageNeedsABrowser() {
    assertThat(Pages.outcome("<body><div id=root></div>" + SCRIPT, "https://example.org/"))
        .isInstanceOfSatisfying(
            Unreadable.class,
            it -> assertThat(it.reason()).isEqualTo(UnreadableReason.NEEDS_BROWSER));
  }

  private static Optional<String> shell(String body) {
    return EmptyShell.in(Jsoup.parse("<title>Help</title><body>" + body));
  }
}
