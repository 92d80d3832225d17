package signpost.web.health;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.web.health.Cases.EVERY;
import static signpost.web.health.Cases.JUDGE;
import static signpost.web.health.Cases.NOBODY_TO_ASK;
import static signpost.web.health.Cases.NOT_ASKED;
import static signpost.web.health.Cases.RATE_LIMIT;
import static signpost.web.health.Cases.START;
import static signpost.web.health.Cases.UNCHANGED;
import static signpost.web.health.Cases.UNREAD;
import static signpost.web.health.Cases.WALL;
import static signpost.web.health.Cases.WORKS;
import static signpost.web.health.Cases.after;
import static signpost.web.health.Cases.days;
import static signpost.web.health.Cases.fails;
import static signpost.web.health.Cases.hours;
import static signpost.web.health.Cases.minutes;
import static signpost.web.health.Cases.moved;
import static signpost.web.health.Cases.says;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.Attempt;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.LinkHealth;
import signpost.events.LinkHealth.Blocked;
import signpost.events.LinkHealth.Broken;
import signpost.events.LinkHealth.GoneInPlace;
import signpost.events.LinkHealth.Moved;
import signpost.events.LinkHealth.Ok;
import signpost.events.LinkHealth.Suspect;
import signpost.web.extract.PublisherWord;
import signpost.web.extract.PublisherWord.PublisherWordKind;
import signpost.web.health.Observation.TargetWorks;
import signpost.web.health.TargetState.PublisherSaid;

final class JudgeTest {

  @Test
  void aNoticeOfTheVeryFirstVisitIsToldAtItsSecondSight() {
    TargetState once = after(TargetState.NEW, says(GoneKind.SUPERSEDED), Duration.ZERO);
    assertThat(once.health()).isInstanceOf(Ok.class);
    TargetState tooSoon = after(once, says(GoneKind.SUPERSEDED), minutes(14));
    assertThat(tooSoon.health()).isInstanceOf(Ok.class);
    TargetState twice = after(tooSoon, says(GoneKind.SUPERSEDED), minutes(15));
    assertThat(twice.health())
        .isInstanceOfSatisfying(
            GoneInPlace.class,
            it -> {
              assertThat(it.kind()).isEqualTo(GoneKind.SUPERSEDED);
              assertThat(it.since()).isEqualTo(START);
            });
  }

  @Test
  void aServerThatSaysNothingChangedShowsTheNoticeAgain() {
    TargetState once = after(TargetState.NEW, says(GoneKind.WITHDRAWN), Duration.ZERO);
    assertThat(after(once, UNCHANGED, minutes(15)).health()).isInstanceOf(GoneInPlace.class);
  }

  @Test
  void aPageNotReadNeitherShowsNorTakesANotice() {
    TargetState once = after(TargetState.NEW, says(GoneKind.WITHDRAWN), Duration.ZERO);
    assertThat(after(once, UNREAD, minutes(15), hours(1)).health()).isInstanceOf(Ok.class);
    TargetState told = after(once, says(GoneKind.WITHDRAWN), minutes(15));
    assertThat(after(told, UNREAD, hours(1), hours(2), days(9)).health())
        .isInstanceOf(GoneInPlace.class);
  }

  @Test
  void aNoticeGoesWhenItIsMissedTwice() {
    TargetState told = after(TargetState.NEW, says(GoneKind.ARCHIVED), Duration.ZERO, minutes(15));
    TargetState missed = after(told, WORKS, days(1));
    assertThat(missed.health()).isInstanceOf(GoneInPlace.class);
    assertThat(after(missed, says(GoneKind.ARCHIVED), days(2)).health())
        .isInstanceOf(GoneInPlace.class);
    assertThat(after(missed, WORKS, days(1).plusMinutes(15)).health()).isInstanceOf(Ok.class);
    assertThat(after(missed, UNCHANGED, days(1).plusMinutes(15)).health()).isInstanceOf(Ok.class);
  }

  @Test
  void anEndedPageThatSaysSoOtherwiseNeverLooksWell() {
    TargetState told = after(TargetState.NEW, says(GoneKind.WITHDRAWN), Duration.ZERO, minutes(15));
    assertThat(after(told, says(GoneKind.SUPERSEDED), days(1)).health())
        .isInstanceOfSatisfying(
            GoneInPlace.class, it -> assertThat(it.kind()).isEqualTo(GoneKind.SUPERSEDED));
  }

  @Test
  void anEndedPageThatFailsAWhileIsStillEndedAfterwards() {
    TargetState told = after(TargetState.NEW, says(GoneKind.WITHDRAWN), Duration.ZERO, minutes(15));
    TargetState failing = after(told, fails(FailureClass.SERVER_ERROR), days(1));
    assertThat(failing.health()).isInstanceOf(Suspect.class);
    assertThat(after(failing, says(GoneKind.WITHDRAWN), days(2)).health())
        .isInstanceOf(GoneInPlace.class);
  }

  @Test
  void aRedirectIsAMoveAfterSevenDaysAtTheSamePlace() {
    Observation here = moved("https://new.example/");
    TargetState state =
        after(TargetState.NEW, here, Duration.ZERO, days(3), days(7).minusSeconds(1));
    assertThat(state.health()).isInstanceOf(Ok.class);
    state = after(state, here, days(7));
    assertThat(state.health()).isEqualTo(new Moved("https://new.example/", START));
    assertThat(after(state, moved("https://newer.example/"), days(8)).health())
        .isInstanceOf(Ok.class);
    assertThat(after(state, WORKS, days(8)).health()).isInstanceOf(Ok.class);
    assertThat(after(after(state, fails(FailureClass.TIMED_OUT), days(8)), here, days(9)).health())
        .isInstanceOf(Moved.class);
  }

  @Test
  void aMissingPageThatItsPublisherSpeaksOfIsBrokenAfterAnHourAndNeverByThatWordAlone() {
    TargetState once =
        after(after(TargetState.NEW, WORKS, hours(0)), fails(FailureClass.NOT_FOUND), days(1));
    assertThat(once.asksForWord(START.plus(days(1)))).isTrue();
    TargetState told = once.saying(REMOVED);
    assertThat(told.asksForWord(START.plus(days(1)))).isFalse();
    TargetState soon = alone(told, fails(FailureClass.NOT_FOUND), days(1).plusMinutes(30));
    assertThat(soon.health()).isInstanceOf(Suspect.class);
    assertThat(alone(soon, fails(FailureClass.NOT_FOUND), days(1).plusHours(1)).health())
        .isInstanceOf(Broken.class);

    TargetState untold = alone(once, fails(FailureClass.NOT_FOUND), days(1).plusMinutes(30));
    assertThat(alone(untold, fails(FailureClass.NOT_FOUND), days(1).plusHours(1)).health())
        .as("without it a bad deployment is waited for")
        .isInstanceOf(Suspect.class);
  }

  @Test
  void thatAPageWasWithdrawnOrMovedExplainsNo404() {
    for (PublisherWordKind kind : List.of(PublisherWordKind.WITHDRAWN, PublisherWordKind.MOVED)) {
      TargetState notice =
          after(TargetState.NEW, says(GoneKind.WITHDRAWN), hours(0), hours(1)).saying(word(kind));
      TargetState once = alone(notice, fails(FailureClass.NOT_FOUND), days(1));
      assertThat(once.asksForWord(START.plus(days(1)))).as("anew").isTrue();
      assertThat(alone(once, fails(FailureClass.NOT_FOUND), days(1).plusHours(1)).health())
          .isInstanceOf(Suspect.class);
    }
  }

  @Test
  void thePublishersWordOnAPageThatIsWellAgainIsForgotten() {
    TargetState once = after(TargetState.NEW, fails(FailureClass.NOT_FOUND), hours(0));
    TargetState back = after(once.saying(REMOVED), WORKS, hours(1));
    assertThat(back.said()).isEmpty();
    assertThat(back.saying(REMOVED).said()).as("there is no sign of an end").isEmpty();
    TargetState again = after(once.saying(REMOVED), fails(FailureClass.NOT_FOUND), days(9));
    assertThat(again.said()).as("what was so long ago").isEmpty();
  }

  @Test
  void thePublisherIsAskedOfEachNewSignOfAnEnd() {
    assertThat(after(TargetState.NEW, says(GoneKind.WITHDRAWN), hours(1)).asksForWord(at(1)))
        .isTrue();
    assertThat(after(TargetState.NEW, moved("https://new.example/"), hours(1)).asksForWord(at(1)))
        .isTrue();
    assertThat(
            after(TargetState.NEW, moved("https://new.example/"), hours(1), hours(2))
                .asksForWord(at(2)))
        .isFalse();
    assertThat(after(TargetState.NEW, WORKS, hours(1)).asksForWord(at(1))).isFalse();
    assertThat(after(TargetState.NEW, fails(FailureClass.TIMED_OUT), hours(1)).asksForWord(at(1)))
        .isFalse();
    TargetState missing = after(TargetState.NEW, fails(FailureClass.GONE), hours(1));
    assertThat(after(missing, RATE_LIMIT, hours(2)).asksForWord(at(2))).isFalse();
  }

  private static final PublisherSaid REMOVED = word(PublisherWordKind.REMOVED);

  private static PublisherSaid word(PublisherWordKind kind) {
    return new PublisherSaid(
        "GOV.UK", new PublisherWord(kind, "", Optional.empty(), Optional.empty()));
  }

  private static Instant at(int hours) {
    return START.plus(hours(hours));
  }

  private static TargetState alone(TargetState state, Observation seen, Duration since) {
    return JUDGE.judge(state, seen, NOBODY_TO_ASK, START.plus(since)).after();
  }

  @Test
  void threeRateLimitsApartAreAWallAndOneSuccessIsNone() {
    TargetState state = after(after(TargetState.NEW, WORKS, hours(0)), RATE_LIMIT, hours(1));
    state = after(state, RATE_LIMIT, hours(1), hours(1).plusSeconds(9), hours(2));
    assertThat(state.health()).isInstanceOf(Ok.class);
    state = after(state, RATE_LIMIT, hours(3));
    assertThat(state.health()).isEqualTo(new Blocked("429", START.plus(hours(3))));
    assertThat(after(state, WORKS, hours(4)).health()).isInstanceOf(Ok.class);
  }

  @Test
  void noWallEverMakesALinkBroken() {
    TargetState state = TargetState.NEW;
    for (int day = 0; day < 60; day++) {
      state = after(state, day % 2 == 0 ? WALL : RATE_LIMIT, days(day));
      assertThat(state.health()).isInstanceOf(Blocked.class);
    }
  }

  @Test
  void whatWasNotAskedNeitherProvesNorForgetsAnything() {
    TargetState once = after(TargetState.NEW, fails(FailureClass.NOT_FOUND), Duration.ZERO);
    TargetState refused = after(once, NOT_ASKED, minutes(15));
    assertThat(refused.health()).isInstanceOf(LinkHealth.NotChecked.class);
    assertThat(refused.failures()).isEqualTo(once.failures());
    assertThat(after(refused, fails(FailureClass.NOT_FOUND), hours(1)).health())
        .isInstanceOf(Broken.class);
  }

  @Test
  void whatShowsWithoutBeingSaidNeedsTwoFullSightsADayApart() {
    for (GoneKind kind :
        List.of(
            GoneKind.SOFT_404,
            GoneKind.REDIRECTED_HOME,
            GoneKind.OTHER_OWNER,
            GoneKind.PARKED_DOMAIN,
            GoneKind.HIJACKED)) {
      TargetState once =
          after(TargetState.NEW, says(kind), Duration.ZERO, hours(24).minusSeconds(1));
      assertThat(once.health()).isInstanceOf(Ok.class);
      assertThat(after(once, UNCHANGED, hours(25)).health()).isInstanceOf(Ok.class);
      assertThat(after(once, says(kind), hours(24)).health()).isInstanceOf(GoneInPlace.class);
      assertThat(after(once, WORKS, hours(20)).ending()).isEmpty();
    }
  }

  @Test
  void theSecondSightOfAHiddenEndingIsLookedForWhenItProvesSomething() {
    Judgement once = JUDGE.judge(TargetState.NEW, says(GoneKind.SOFT_404), HostView.WELL, START);
    assertThat(once.nextCheckAt()).isEqualTo(START.plus(hours(24)));
    Judgement weekly =
        new Judge(days(7)).judge(TargetState.NEW, says(GoneKind.SOFT_404), HostView.WELL, START);
    assertThat(weekly.nextCheckAt()).isEqualTo(START.plus(hours(24)));
  }

  @Test
  void aCertificateThatEndsWithinThreeWeeksIsToldOnceAndARenewedOneIsWell() {
    Instant ends = START.plus(days(21));
    Observation near =
        new TargetWorks(
            "GET: 200", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ends));
    assertThat(after(TargetState.NEW, near, Duration.ZERO).health()).isInstanceOf(Ok.class);
    TargetState told = after(TargetState.NEW, near, minutes(1));
    assertThat(told.health())
        .isEqualTo(new LinkHealth.TlsProblem("it ends soon", Optional.of(ends)));
    assertThat(JUDGE.judge(told, near, HostView.WELL, START.plus(days(1))).transition()).isEmpty();
    assertThat(after(told, WORKS, days(2)).health()).isInstanceOf(Ok.class);
  }

  @Test
  void aRunOfTheSameGoodAnswersIsKeptAsItsFirstAndItsNewest() {
    TargetState state = after(TargetState.NEW, moved("https://new.example/"), Duration.ZERO);
    state = after(state, UNCHANGED, days(1), days(2), days(3), days(4));
    assertThat(state.tried())
        .extracting(Attempt::at)
        .containsExactly(START, START.plus(days(1)), START.plus(days(4)));
    state = after(state, fails(FailureClass.TIMED_OUT), days(5), days(6), days(7));
    assertThat(state.tried()).hasSize(6);
  }

  @Test
  void recoveryIsATransitionAndFailingOnIsNone() {
    TargetState broken =
        after(TargetState.NEW, fails(FailureClass.NOT_FOUND), Duration.ZERO, hours(1));
    assertThat(broken.health()).isInstanceOf(Broken.class);
    Judgement on =
        JUDGE.judge(broken, fails(FailureClass.GONE), HostView.WELL, START.plus(hours(6)));
    assertThat(on.transition()).isEmpty();
    Judgement well = JUDGE.judge(on.after(), WORKS, HostView.WELL, START.plus(days(1)));
    assertThat(well.transition())
        .hasValueSatisfying(it -> assertThat(it.to()).isEqualTo(new LinkHealth.Ok()));
  }

  @Test
  void aSuspectIsLookedAtAgainAtSetTimesFromItsFirstFailureThenDaily() {
    List<Duration> looks = new ArrayList<>();
    TargetState state = TargetState.NEW;
    Instant now = START;
    for (int i = 0; i < 12; i++) {
      Judgement judgement = JUDGE.judge(state, fails(FailureClass.TIMED_OUT), HostView.WELL, now);
      state = judgement.after();
      now = judgement.nextCheckAt();
      looks.add(Duration.between(START, now));
    }
    assertThat(looks)
        .containsExactly(
            minutes(15),
            hours(1),
            hours(6),
            minutes(13 * 60 + 10),
            hours(24),
            hours(35),
            hours(45),
            hours(58),
            hours(65),
            hours(72),
            hours(96),
            hours(120));
  }

  @Test
  void whatIsWellIsLookedAtInItsIntervalAndANoticeSeenOnceSoon() {
    assertThat(next(WORKS)).isEqualTo(EVERY);
    assertThat(next(UNREAD)).isEqualTo(EVERY);
    assertThat(next(says(GoneKind.ARCHIVED))).isEqualTo(minutes(15));
    assertThat(next(RATE_LIMIT)).isEqualTo(hours(1));
    assertThat(next(WALL)).isEqualTo(days(1));
  }

  @Test
  void aNoticeSeenOnceIsNotWaitedForEveryQuarterOfAnHourForEver() {
    TargetState once = after(TargetState.NEW, says(GoneKind.ARCHIVED), Duration.ZERO);
    Judgement later = JUDGE.judge(once, UNREAD, HostView.WELL, START.plus(hours(3)));
    assertThat(later.nextCheckAt()).isEqualTo(START.plus(hours(3)).plus(EVERY));
  }

  private static Duration next(Observation seen) {
    return Duration.between(
        START, JUDGE.judge(TargetState.NEW, seen, HostView.WELL, START).nextCheckAt());
  }
}
