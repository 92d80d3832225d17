package signpost.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.events.FindingEvent.FindingKind;
import signpost.sample.demo.DemoStory.AlertVerdict;
import signpost.sample.web.ExpectedAlert;
import signpost.sample.web.SampleHappening;

class DemoStoryTest {
  private static final Instant ZERO = Instant.parse("2026-03-02T05:00:00Z");
  private static final String PDF = "http://youngminds.localhost:8600/a.pdf";

  private final SampleHappening gone =
      new SampleHappening(
          "ym-pdf",
          day(8),
          "YoungMinds",
          "a PDF gets a new address",
          List.of(new ExpectedAlert(PDF, FindingKind.BROKEN, day(10))));
  private final SampleHappening noise =
      new SampleHappening("outage", day(9), "e-LfH", "down for six hours", List.of());

  @Test
  void everythingDueIsToldAndNothingElse() {
    DemoStory story = story(day(21), told("f1", FindingKind.BROKEN, day(9)));

    assertThat(story.good()).isTrue();
    assertThat(story.count(AlertVerdict.TOLD)).isEqualTo(1);
    assertThat(story.count(AlertVerdict.QUIET)).isEqualTo(1);
  }

  @Test
  void silenceAboutSomethingDueIsMissed() {
    assertThat(story(day(21)).count(AlertVerdict.MISSED)).isEqualTo(1);
    assertThat(story(day(21)).good()).isFalse();
  }

  @Test
  void demoThatEndsEarlyDoesNotCountWhatWasNotDueYet() {
    assertThat(story(day(9)).good()).isTrue();
    assertThat(story(day(9)).count(AlertVerdict.NOT_YET)).isEqualTo(1);
  }

  @Test
  void tellingAfterTheLastMomentIsLate() {
    DemoStory story = story(day(21), told("f1", FindingKind.BROKEN, day(12)));

    assertThat(story.count(AlertVerdict.LATE)).isEqualTo(1);
    assertThat(story.good()).isFalse();
  }

  @Test
  void tellingBeforeItHappenedIsFalse() {
    assertThat(story(day(21), told("f1", FindingKind.BROKEN, day(7))).wrong()).hasSize(1);
  }

  @Test
  void wrongKindIsBothMissedAndFalse() {
    DemoStory story = story(day(21), told("f1", FindingKind.MOVED, day(9)));

    assertThat(story.count(AlertVerdict.MISSED)).isEqualTo(1);
    assertThat(story.wrong()).hasSize(1);
  }

  @Test
  void sameFindingTwiceToOneOwnerIsFalseButNotToTwoOwners() {
    ToldFinding first = told("f1", FindingKind.BROKEN, day(9));
    ToldFinding again = told("f1", FindingKind.BROKEN, day(10));
    ToldFinding other = new ToldFinding("nia", "f1", FindingKind.BROKEN, PDF, false, day(10));

    assertThat(story(day(21), first, again).wrong()).containsExactly(again);
    assertThat(story(day(21), first, other).wrong()).isEmpty();
  }

  @Test
  void tableNamesWhatWasMissed() {
    String table = new StoryTable(ZERO).of(story(day(21)));

    assertThat(table)
        .contains("8.00   YoungMinds: a PDF gets a new address")
        .contains("MISSED")
        .contains("0 told, 1 missed, 0 late, 0 false, 1 rightly left untold");
  }

  private DemoStory story(Instant end, ToldFinding... told) {
    return DemoStory.of(List.of(gone, noise), List.of(told), end);
  }

  private static ToldFinding told(String finding, FindingKind kind, Instant at) {
    return new ToldFinding("mk", finding, kind, PDF, false, at);
  }

  private static Instant day(int day) {
    return ZERO.plus(Duration.ofDays(day));
  }
}
