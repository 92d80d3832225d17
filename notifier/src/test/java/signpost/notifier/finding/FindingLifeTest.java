package signpost.notifier.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.ChangeKind;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingName;
import signpost.events.LinkHealth;
import signpost.notifier.Given;
import signpost.notifier.finding.FindingSignal.ProblemBegan;
import signpost.notifier.finding.FindingSignal.ProblemEnded;

class FindingLifeTest {
  private static final String URL = "https://gov.example/toolkit";
  private static final FindingSignal BROKE = broke();
  private static final FindingSignal OVER = new ProblemEnded(URL, FindingKind.BROKEN, false);

  private static FindingSignal broke() {
    return new ProblemBegan(
        URL,
        FindingKind.BROKEN,
        true,
        "It is gone.",
        Given.because("It is gone."),
        Given.NOON,
        FindingDetail.NONE);
  }

  private static Optional<Finding> after(Optional<Finding> latest, FindingSignal what, Instant at) {
    return FindingLife.after(latest, what, 1, at);
  }

  private static Instant days(int days) {
    return Given.NOON.plus(Duration.ofDays(days));
  }

  @Test
  void theFirstTroubleOpens() {
    Finding open = after(Optional.empty(), BROKE, Given.NOON).orElseThrow();
    assertThat(open.isOpen()).isTrue();
    assertThat(open.news()).isEqualTo(1);
    assertThat(open.host()).isEqualTo("https://gov.example");
  }

  @Test
  void theSameTroubleAgainIsNoNews() {
    Optional<Finding> open = after(Optional.empty(), BROKE, Given.NOON);
    assertThat(after(open, BROKE, days(1))).isEqualTo(open);
  }

  @Test
  void anEndWithoutABeginningChangesNothing() {
    assertThat(after(Optional.empty(), OVER, Given.NOON)).isEmpty();
    Optional<Finding> over = after(after(Optional.empty(), BROKE, Given.NOON), OVER, days(1));
    assertThat(after(over, OVER, days(2))).isEmpty();
  }

  @Test
  void whatComesBackWithinSevenDaysIsTheSameFinding() {
    Optional<Finding> open = after(Optional.empty(), BROKE, Given.NOON);
    Optional<Finding> over = after(open, OVER, days(1));
    Finding back = FindingLife.after(over, BROKE, 9, days(8)).orElseThrow();
    assertThat(back.id()).isEqualTo(open.orElseThrow().id());
    assertThat(back.news()).isEqualTo(3);
    Finding other = FindingLife.after(over, BROKE, 9, days(9)).orElseThrow();
    assertThat(other.id()).isNotEqualTo(open.orElseThrow().id());
  }

  @Test
  void threeMovesInADayHoldItForADay() {
    Optional<Finding> flapping = after(Optional.empty(), BROKE, Given.NOON);
    flapping = after(flapping, OVER, Given.NOON.plusSeconds(3600));
    assertThat(flapping.orElseThrow().heldUntil()).isEmpty();
    flapping = after(flapping, BROKE, Given.NOON.plusSeconds(7200));
    assertThat(flapping.orElseThrow().heldUntil())
        .contains(Given.NOON.plusSeconds(7200).plus(Duration.ofHours(24)));
  }

  @Test
  void oneTroubleTurnsIntoAnotherQuietly() {
    List<FindingSignal> all =
        FindingSignals.of(Given.transition(URL, Given.broken(), Given.superseded(), Given.NOON));
    assertThat(all)
        .contains(new ProblemEnded(URL, FindingKind.BROKEN, true))
        .filteredOn(ProblemBegan.class::isInstance)
        .extracting(FindingSignal::kind)
        .containsExactly(FindingKind.GONE_IN_PLACE);
  }

  @Test
  void whatIsNotProvenOpensAndEndsNothing() {
    List<LinkHealth> unproven =
        List.of(
            new LinkHealth.Suspect(signpost.events.FailureClass.TIMED_OUT, Given.NOON),
            new LinkHealth.Blocked("403", Given.NOON),
            new LinkHealth.Unknown("host", Given.NOON),
            new LinkHealth.NotChecked("robots"));
    for (LinkHealth to : unproven) {
      assertThat(FindingSignals.of(Given.transition(URL, new LinkHealth.Ok(), to, Given.NOON)))
          .isEmpty();
    }
  }

  @Test
  void onlyChangesThatMatterAreToldAndAWithdrawalNeverAsAChange() {
    assertThat(FindingSignals.of(Given.changes(URL, 2, 0.9, ChangeKind.COSMETIC), 0.15)).isEmpty();
    assertThat(FindingSignals.of(Given.changes(URL, 2, 0.9, ChangeKind.DATE_ONLY), 0.15)).isEmpty();
    assertThat(FindingSignals.of(Given.changes(URL, 2, 0.1, ChangeKind.SUBSTANTIVE), 0.15))
        .isEmpty();
    assertThat(FindingSignals.of(Given.changes(URL, 2, 0.2, ChangeKind.SUBSTANTIVE), 0.15))
        .hasSize(1);
    assertThat(FindingSignals.of(Given.changes(URL, 2, 0.1, ChangeKind.CONTACT), 0.15)).hasSize(1);
    assertThat(
            FindingSignals.of(
                Given.changes(URL, 2, 1, ChangeKind.END_OF_LIFE, ChangeKind.SUBSTANTIVE), 0.15))
        .isEmpty();
  }

  private static FindingSignal changed(ChangeKind kind, String words) {
    return new ProblemBegan(
        URL,
        FindingKind.CHANGED,
        false,
        words,
        Given.because(words),
        Given.NOON,
        FindingDetail.revised(kind, 2, List.of(), Optional.empty()));
  }

  @Test
  void aPageThatBecameSomethingElseStaysSoThroughLaterChanges() {
    Optional<Finding> other =
        after(Optional.empty(), changed(ChangeKind.IDENTITY, "Sheds."), Given.NOON);
    Finding later =
        after(other, changed(ChangeKind.SUBSTANTIVE, "More sheds."), days(3)).orElseThrow();
    assertThat(later.called()).isEqualTo(FindingName.ANOTHER_SUBJECT);
    assertThat(later.summary()).isEqualTo("More sheds.");
    assertThat(later.news()).isEqualTo(2);
  }

  @Test
  void whatItsOwnersAcceptedIsOrdinaryWhenItChangesOnceMore() {
    Optional<Finding> other =
        after(Optional.empty(), changed(ChangeKind.IDENTITY, "Sheds."), Given.NOON)
            .map(Finding::accepted);
    assertThat(after(other, changed(ChangeKind.SUBSTANTIVE, "More."), days(3)))
        .hasValueSatisfying(it -> assertThat(it.called()).isEqualTo(FindingName.CHANGED));
  }
}
