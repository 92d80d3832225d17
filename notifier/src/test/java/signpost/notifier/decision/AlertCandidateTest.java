package signpost.notifier.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.events.FindingEvent.AnswerKind;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.notifier.Given;
import signpost.notifier.answer.OwnerAnswer;
import signpost.notifier.answer.OwnerVerdict;
import signpost.notifier.finding.Finding;
import signpost.notifier.finding.FindingDetail;

/** What is told again after an answer, and what is not. */
class AlertCandidateTest {
  private static final Instant LATER = Given.NOON.plus(Duration.ofDays(8));

  private static Finding finding(FindingKind kind, String id, boolean open, int news) {
    return new Finding(
        id,
        "https://a.example/1",
        "https://a.example",
        kind,
        open ? FindingState.OPEN : FindingState.RESOLVED,
        true,
        false,
        "It is gone.",
        Given.because("It is gone."),
        Given.NOON,
        Given.NOON,
        Given.NOON,
        Optional.empty(),
        news,
        List.of(Given.NOON),
        FindingDetail.NONE);
  }

  private static boolean isNews(AnswerKind answered, Finding now) {
    OwnerVerdict verdict =
        OwnerVerdict.of(
            answered,
            "words",
            answered == AnswerKind.SNOOZED
                ? Optional.of(Given.NOON.plus(Duration.ofDays(7)))
                : Optional.empty());
    OwnerAnswer answer =
        new OwnerAnswer(
            "snap", now.subject(), now.kind(), "f1", 1, now.rule(), verdict, "mk", Given.NOON);
    ToldLog told = new ToldLog(1, FindingState.OPEN, Given.NOON, "d1");
    return new AlertCandidate(now, Optional.of(told), Optional.of(answer), Optional.empty())
        .isNews(LATER);
  }

  @ParameterizedTest(name = "{0}: over {1}, changed again {2}, another time {3}, a week later {4}")
  @CsvSource({
    // answer, it is over, a page changed again, the same another time, still so after a week
    "ACKNOWLEDGED, true, true, true, false",
    "SNOOZED, true, true, true, true",
    "IGNORED, false, false, false, false",
    "KEEP, false, true, true, false",
    "REPLACE, false, true, true, false",
    "REMOVE, false, true, true, false",
    "WRONG, false, true, true, false",
  })
  void anAnswerKeepsQuietWhatItIsAbout(
      AnswerKind answer, boolean over, boolean again, boolean another, boolean still) {
    assertThat(isNews(answer, finding(FindingKind.BROKEN, "f1", false, 2))).isEqualTo(over);
    assertThat(isNews(answer, finding(FindingKind.CHANGED, "f1", true, 2))).isEqualTo(again);
    assertThat(isNews(answer, finding(FindingKind.BROKEN, "f1", true, 1))).isEqualTo(still);
    AlertCandidate next =
        new AlertCandidate(
            finding(FindingKind.BROKEN, "f2", true, 1),
            Optional.empty(),
            Optional.of(
                new OwnerAnswer(
                    "snap",
                    "https://a.example/1",
                    FindingKind.BROKEN,
                    "f1",
                    1,
                    "broken",
                    OwnerVerdict.of(
                        answer,
                        "words",
                        answer == AnswerKind.SNOOZED ? Optional.of(LATER) : Optional.empty()),
                    "mk",
                    Given.NOON)),
            Optional.empty());
    assertThat(next.isNews(LATER)).isEqualTo(another);
  }
}
