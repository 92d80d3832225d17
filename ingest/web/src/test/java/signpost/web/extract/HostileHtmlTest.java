package signpost.web.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import signpost.kit.WorkTime;
import signpost.url.WebUrl;

class HostileHtmlTest {
  private static final String URL = "https://example.org/";
  private static final Duration PLENTY = Duration.ofSeconds(60);

  @Test
  void tenThousandDeepIsRead() {
    String html = "<div>".repeat(10_000) + "<p>Down here, in the deep, is a sentence.</p>";
    assertThat(text(html)).contains("Down here");
    assertThat(text("<b><i>".repeat(10_000) + "bold, and deep, and long enough to read"))
        .contains("bold");
  }

  @Test
  void titleThatDeepNestingPushesIntoThePageIsNoneOfItsWords() {
    assertThat(text("<div>".repeat(1_000) + "<title>Help</title><p>Words that are to be read."))
        .isEqualTo("Words that are to be read.");
  }

  @Test
  void nulsAndStrayBytesAreNoObstacle() {
    assertThat(text("<main>\0<p>Call \0116\0 123 any time, day or night, for free.</p>\0</main>"))
        .contains("123 any time");
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    HtmlReader reader = new HtmlReader(PublisherRules.builtIn());
    assertThat(reader.read(noise, Optional.of("text/html"), WebUrl.of(URL))).isNotNull();
  }

  @Test
  void oneLineOfTenMegabytesIsReadOrRefusedInTime() {
    String html = "<main><p>" + "word ".repeat(2_000_000) + "</p></main>";
    assertThat(WorkTime.of(() -> assertThat(Pages.outcome(html, URL)).isNotNull()))
        .isLessThan(PLENTY);
    String links = "<main>" + "<a href='/x'>y</a>".repeat(300_000) + "</main>";
    assertThat(WorkTime.of(() -> assertThat(Pages.outcome(links, URL)).isNotNull()))
        .isLessThan(PLENTY);
  }

  @Test
  void paragraphOfTheLengthOfABookIsDoubted() throws Exception {
    try (MediaPageReader reader = new MediaPageReader(PublisherRules.builtIn())) {
      for (String type : List.of("text/html", "text/plain")) {
        byte[] spill = "word ".repeat(60_000).getBytes(UTF_8);
        assertThat(reader.read(spill, Optional.of(type), WebUrl.of(URL)))
            .isInstanceOf(ReadOutcome.Doubtful.class);
      }
    }
  }

  @Test
  void moreThanTenMegabytesIsTooBig() {
    assertThat(Pages.outcome("x".repeat(10 * 1024 * 1024 + 1), URL))
        .isInstanceOfSatisfying(
            ReadOutcome.Unreadable.class,
            unreadable ->
                assertThat(unreadable.reason()).isEqualTo(ReadOutcome.UnreadableReason.TOO_BIG));
  }

  @Test
  void tagsThatWouldGrowIntoATreeOfAGigabyteAreTooMany() {
    assertThat(Pages.outcome("<b><p>x".repeat(1_000_000), URL))
        .isEqualTo(
            new ReadOutcome.Unreadable(
                ReadOutcome.UnreadableReason.TOO_BIG, "2000000 tags; we take 200000"));
  }

  @Test
  void aHundredThousandNoticesAreReadInTime() {
    String notice = "<div class=notice>This page was withdrawn on 1 May 2020.</div>";
    assertThat(WorkTime.of(() -> assertThat(Pages.outcome(notice.repeat(90_000), URL)).isNotNull()))
        .isLessThan(PLENTY);
  }

  @Test
  void pagesThatSayNothingAreEmpty() {
    for (String html :
        new String[] {
          "",
          " ",
          "<html></html>",
          "<script>let a = 1</script>",
          "<!-- -->",
          "<frameset></frameset>"
        }) {
      assertThat(Pages.outcome(html, URL)).isInstanceOf(ReadOutcome.Unreadable.class);
    }
  }

  @Test
  void pageOfOnlyNavigationHasATypedOutcome() {
    ReadOutcome outcome =
        Pages.outcome("<nav><ul><li><a href=/a>A</a><li><a href=/b>B</a></ul></nav>", URL);
    assertThat(outcome).isNotNull();
  }

  private static String text(String html) {
    return Pages.page(
            new HtmlReader(PublisherRules.builtIn())
                .read(html.getBytes(UTF_8), Optional.of("text/html"), WebUrl.of(URL)))
        .text();
  }
}
