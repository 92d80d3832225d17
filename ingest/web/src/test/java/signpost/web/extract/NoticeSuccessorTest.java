package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.url.WebUrl;

/** Where a notice sends its readers. */
class NoticeSuccessorTest {
  private static final String PROSE =
      "<p>Old words of the leaflet, which many people read in the years when it held.</p>"
          .repeat(8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>See <a href=/new>Standing steady</a>. Questions: <a href=mailto:a@b.example>write to us</a>.</p>",
        "<p>Ring <a href=tel:01600111222>01600 111 222</a>, or read <a href=/new>Standing steady</a>.</p>",
        "<p>It came out of <a href=/falls-week>falls week</a>. It has been replaced by <a href=/new>Standing steady</a>.</p>",
        "<p>It is kept in <a href=https://webarchive.example.org/3/x>an archive</a>. It has been replaced by <a href=/new>Standing steady</a>.</p>",
        "<p>Our <a href=/team>team</a> wrote it. Please use <a href=/new>Standing steady</a> instead.</p>",
        "<p>Mae’r <a href=/tim>tîm</a> yma o hyd. Mae <a href=/new>Sefyll yn gadarn</a> wedi cymryd ei lle.</p>"
      })
  void isTheLinkThatTookThePagesPlace(String rest) {
    assertThat(successor("<h2>Withdrawn</h2>" + rest, PROSE)).contains("/new");
  }

  @Test
  void isNotWhereAPageOfFewWordsTakesQuestions() {
    ReadablePage page =
        read(
            "<p>This service has closed.</p><p>Questions?"
                + " <a href=/contact>Contact the council</a></p>");
    assertThat(page.notices()).flatExtracting(it -> it.replacement().stream().toList()).isEmpty();
  }

  @Test
  void boxThatSaysUntilWhenAHelplineIsClosedIsNoNotice() {
    ReadablePage page =
        read(
            "<div class=alert><h3>Our helpline is now closed</h3><p>Until 9am on Monday.</p></div>"
                + PROSE);
    assertThat(page.notices()).isEmpty();
  }

  @Test
  void isNoneOfTwoLinksOfWhichNothingIsSaid() {
    String rest = "<p><a href=/team>Our team</a> and <a href=/week>falls week</a> made it.</p>";
    assertThat(successor("<h2>Withdrawn</h2>" + rest, PROSE)).isEmpty();
  }

  @Test
  void isWhereAnArchiveKeepsThePage() {
    assertThat(
            successor(
                "<p>This page has been archived. The <a href=/team>team</a> moved on; what stood here is"
                    + " <a href=https://webarchive.example.org/3000/x>kept for reference</a>.</p>",
                PROSE))
        .contains("/3000/x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WITHDRAWN  | This leaflet is no longer current. It was superseded in May 2025 by <a href=/new>Standing steady</a>.
          SUPERSEDED | This leaflet was superseded in May 2025 by <a href=/new>Standing steady</a>.
          """)
  void isNamedInTheSentenceOrTheNext(Notice.NoticeKind kind, String lead) {
    Notice notice = read("<p class=lead>" + lead + "</p>" + PROSE).notices().getFirst();
    assertThat(notice.kind()).isEqualTo(kind);
    assertThat(notice.text()).contains("May 2025 by Standing steady");
    assertThat(notice.replacement().map(WebUrl::path)).contains("/new");
  }

  @Test
  void isWhatAPageThatIsNothingButItsNoticeLeadsOnTo() {
    ReadablePage page =
        read(
            "<p>The content on this page has been removed.</p><p>You can find it now at"
                + " <a href=/new>the new site</a>, or go to <a href=/team>the team</a>.</p>");
    assertThat(page.notices().getFirst().replacement().map(WebUrl::path)).contains("/new");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The old fence on this page's map has been removed.",
        "The information desk on the ground floor has been removed."
      })
  void removedThingsAreNoRemovedPages(String sentence) {
    assertThat(read("<div class=alert><p>" + sentence + "</p></div>" + PROSE).notices()).isEmpty();
  }

  private static Optional<String> successor(String notice, String rest) {
    Notice found =
        read("<div class=\"notice banner-header\"><div class=banner-content>%s</div></div>%s"
                .formatted(notice, rest))
            .notices()
            .getFirst();
    return found.replacement().map(WebUrl::path);
  }

  private static ReadablePage read(String main) {
    return Pages.read(
        "<html lang=en><head><title>Falls leaflet</title></head><body><main><h1>Falls leaflet</h1>%s</main>"
            .formatted(main));
  }
}
