package signpost.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each happening on the wire: absent before, there at its time, gone after where it ends. */
final class HappeningCalendarTest {
  private static final String INSIGHT =
      "/sites/default/files/uploads/files/ABS%20Insight%204%20-%20Trauma%20Informed%20Practice%20-%20FINAL%20lo-res.pdf";
  private static final String FRAMEWORK =
      "/wp-content/uploads/2022/07/Trauma-Informed-Wales-Framework.pdf";

  private Instant now = SampleWeb.dayZero();
  private final SampleWeb web =
      SampleWeb.start(0, () -> now, path -> LocalPage.html(404, "no mailbox"));
  private final Visitor visitor = new Visitor(web.port());

  @AfterEach
  void stops() {
    web.close();
  }

  @Test
  void resourcesMoveWithPermanentRedirectsOnDayEight() throws IOException {
    String old = "/resources/childhood-trauma-and-the-brain";
    String fresh = "/resource/childhood-trauma-and-the-brain";
    day(8, 0);
    assertThat(visitor.get(SampleHost.UKTC, old).status()).isEqualTo(200);
    assertThat(visitor.get(SampleHost.UKTC, fresh).status()).isEqualTo(404);
    day(8, 1);
    assertThat(visitor.get(SampleHost.UKTC, old).status()).isEqualTo(301);
    assertThat(visitor.get(SampleHost.UKTC, old).header("location"))
        .hasValue(SampleHost.UKTC.origin(web.port()) + fresh);
    assertThat(visitor.get(SampleHost.UKTC, fresh).status()).isEqualTo(200);
    assertThat(
            visitor
                .get(SampleHost.UKTC, "/resource/childhood-trauma-and-the-social-world")
                .status())
        .isEqualTo(200);
  }

  @Test
  void botWallChallengesEveryProgramFromDayNine() throws IOException {
    day(9, 1);
    assertThat(visitor.get(SampleHost.NCB, INSIGHT).status()).isEqualTo(200);
    day(9, 2);
    Visitor.Reply wall = visitor.get(SampleHost.NCB, INSIGHT);
    assertThat(wall.status()).isEqualTo(403);
    assertThat(wall.header("cf-mitigated")).hasValue("challenge");
    day(20, 0);
    assertThat(visitor.get(SampleHost.NCB, "/").status()).isEqualTo(403);
  }

  @Test
  void elearningIsDownForSixHours() throws IOException {
    day(10, -3);
    assertThat(visitor.get(SampleHost.E_LFH, "/programmes/all-our-health").status()).isEqualTo(200);
    day(10, 0);
    assertThat(visitor.get(SampleHost.E_LFH, "/programmes/all-our-health").status()).isEqualTo(503);
    day(10, 4);
    assertThat(visitor.get(SampleHost.E_LFH, "/programmes/all-our-health").status()).isEqualTo(200);
  }

  @Test
  void frameworkHostHangsUpFromDayEleven() throws IOException {
    day(11, 2);
    assertThat(visitor.get(SampleHost.TRAUMA_INFORMED_WALES, FRAMEWORK).status()).isEqualTo(200);
    day(11, 3);
    assertThat(visitor.get(SampleHost.TRAUMA_INFORMED_WALES, FRAMEWORK).status()).isZero();
    day(20, 0);
    assertThat(visitor.get(SampleHost.TRAUMA_INFORMED_WALES, "/robots.txt").status()).isZero();
  }

  @Test
  void typingErrorIsMendedOnDayThirteenThoughTheEtagStays() throws IOException {
    day(13, 5);
    Visitor.Reply before = visitor.get(SampleHost.ACE_HUB, "/");
    day(13, 6);
    Visitor.Reply after = visitor.get(SampleHost.ACE_HUB, "/");
    assertThat(before.text()).contains("at any point our their lives");
    assertThat(after.text()).contains("at any point in our lives");
    assertThat(after.header("etag")).isEqualTo(before.header("etag"));
  }

  @Test
  void helplineHasANewNumberAndOneMachineStillSaysTheOld() throws IOException {
    String page = "/resource/childhood-trauma-and-the-social-world";
    assertThat(numbersIn(page, 12)).containsOnly("08081 570 123");
    day(2, 4);
    assertThat(numbersIn(page, 12)).containsOnly("08081 570 987");
    day(4, 0);
    assertThat(numbersIn(page, 40)).containsOnly("08081 570 987", "08081 570 123");
    day(13, 0);
    assertThat(numbersIn(page, 12)).containsOnly("08081 570 987");
  }

  private Set<String> numbersIn(String page, int visits) throws IOException {
    Set<String> numbers = new TreeSet<>();
    for (int visit = 0; visit < visits; visit++) {
      String text = visitor.get(SampleHost.UKTC, page).page().select("main").text();
      Pattern.compile("08081 570 \\d{3}")
          .matcher(text)
          .results()
          .forEach(m -> numbers.add(m.group()));
    }
    return numbers;
  }

  @Test
  void redesignKeepsTheWordsAndChangesWhatStandsAround() throws IOException {
    day(10, 4);
    var before = visitor.get(SampleHost.UKTC, "/training").page();
    day(10, 5);
    var after = visitor.get(SampleHost.UKTC, "/training").page();
    String written = "A facilitator's guide lets you run them again with your own team.";
    assertThat(before.expectFirst(".entry-content").text()).contains(written);
    assertThat(after.expectFirst(".t-prose").text()).contains(written);
    assertThat(after.select("#masthead, #colophon")).isEmpty();
  }

  @Test
  void documentsMakeWayForAnotherSubjectAtTheirAddress() throws IOException {
    String documents = "/publications/trauma-informed-practice-toolkit-scotland/documents/";
    day(16, 2);
    assertThat(visitor.get(SampleHost.GOV_SCOT, documents).page().title()).contains("Trauma");
    day(16, 3);
    assertThat(visitor.get(SampleHost.GOV_SCOT, documents).page().title())
        .contains("Winter heating");
  }

  private void day(int day, int hours) {
    now = SampleWeb.dayZero().plus(Duration.ofDays(day)).plus(Duration.ofHours(hours));
  }
}
