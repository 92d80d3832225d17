package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import signpost.web.extract.ReadOutcome.Unreadable;
import signpost.web.extract.ReadOutcome.UnreadableReason;

class EmptyShellTest {
  private static final String SCRIPT = "<script src=/main.js></script>";
  private static final String WORDS = "Help with heating is open to all who rent. ".repeat(5);

  @Test
  void emptyRootOfAFrameworkNeedsABrowser() {
    assertThat(shell("<div id=root></div>" + SCRIPT))
        .hasValueSatisfying(it -> assertThat(it).contains("#root"));
    assertThat(shell("<app-root>Loading…</app-root>" + SCRIPT)).isPresent();
    assertThat(shell("<div id=__next><div class=spinner></div></div>" + SCRIPT)).isPresent();
  }

  @Test
  void menuAroundAnEmptyRootIsNotThePage() {
    assertThat(
            shell("<header>" + WORDS + "</header><div id=app></div>" + SCRIPT + "<footer>" + WORDS))
        .isPresent();
  }

  @Test
  void pageThatSaysItNeedsScriptsNeedsABrowser() {
    assertThat(
            shell(
                "<noscript>You need to enable JavaScript to run this app.</noscript><main></main>"
                    + SCRIPT))
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
  void wordsWithoutScriptsAreReadWhereThePublisherGivesThem() {
    assertThat(shell("<div id=app></div><noscript>" + WORDS.repeat(2) + "</noscript>" + SCRIPT))
        .isEmpty();
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
