package signpost.web.health;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.web.health.Cases.INCIDENT;
import static signpost.web.health.Cases.JUDGE;
import static signpost.web.health.Cases.MASS;
import static signpost.web.health.Cases.NOBODY_TO_ASK;
import static signpost.web.health.Cases.START;
import static signpost.web.health.Cases.WORKS;
import static signpost.web.health.Cases.after;
import static signpost.web.health.Cases.days;
import static signpost.web.health.Cases.fails;
import static signpost.web.health.Cases.hours;
import static signpost.web.health.Cases.minutes;
import static signpost.web.health.Cases.says;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.LinkHealth.Broken;
import signpost.events.LinkHealth.Suspect;

final class EvidenceTest {

  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND, 2, PT1H",
    "GONE, 2, PT1H",
    "UNKNOWN_HOST, 3, PT24H",
    "TLS_EXPIRED, 2, PT24H",
    "TLS_UNTRUSTED, 2, PT24H",
    "TLS_WRONG_HOST, 2, PT24H",
    "SERVER_ERROR, 3, PT72H",
    "TIMED_OUT, 3, PT72H",
    "REFUSED, 3, PT72H",
    "CONNECTION_LOST, 3, PT72H",
    "DNS_TROUBLE, 3, PT72H",
    "CLIENT_ERROR, 3, PT72H"
  })
  void brokenAtTheLastObservationAskedForAndNotBefore(
      FailureClass failure, int observations, Duration span) {
    TargetState tooSoon = TargetState.NEW;
    TargetState inTime = TargetState.NEW;
    for (int i = 0; i < observations; i++) {
      Duration at = span.multipliedBy(i).dividedBy(observations - 1);
      inTime = after(inTime, fails(failure), at);
      boolean last = i == observations - 1;
      tooSoon = after(tooSoon, fails(failure), last ? at.minusSeconds(1) : at);
      assertThat(inTime.health()).isInstanceOf(last ? Broken.class : Suspect.class);
    }
    assertThat(tooSoon.health()).isInstanceOf(Suspect.class);
    assertThat(inTime.health()).isEqualTo(new Broken(failure, START));
  }

  @ParameterizedTest
  @EnumSource(FailureClass.class)
  void twoFailuresAreNeverEnoughForTrouble(FailureClass failure) {
    TargetState state = after(TargetState.NEW, fails(failure), Duration.ZERO, hours(49));
    boolean two =
        Evidence.of(failure) == Evidence.MISSING || Evidence.of(failure) == Evidence.UNSAFE;
    assertThat(state.health()).isInstanceOf(two ? Broken.class : Suspect.class);
  }

  @Test
  void manyLooksWithinTheSpanAreNotEnough() {
    TargetState state = TargetState.NEW;
    for (int minute = 0; minute < 59; minute++) {
      state = after(state, fails(FailureClass.GONE), minutes(minute));
    }
    assertThat(state.health()).isInstanceOf(Suspect.class);
  }

  @Test
  void looksMomentsApartAreOneObservation() {
    TargetState state =
        after(
            TargetState.NEW,
            fails(FailureClass.UNKNOWN_HOST),
            Duration.ZERO,
            Duration.ofSeconds(1),
            hours(24));
    assertThat(state.health()).isInstanceOf(Suspect.class);
    assertThat(after(state, fails(FailureClass.UNKNOWN_HOST), hours(25)).health())
        .isInstanceOf(Broken.class);
  }

  @ParameterizedTest
  @MethodSource("hostsThatCannotVouch")
  void a404ThatNobodyVouchesForWaitsForALookAfterTheLongestBadDeployment(HostView host) {
    TargetState state = TargetState.NEW;
    for (Duration at : new Duration[] {Duration.ZERO, hours(1), hours(6), hours(12)}) {
      state = JUDGE.judge(state, fails(FailureClass.NOT_FOUND), host, START.plus(at)).after();
      assertThat(state.health()).isInstanceOf(Suspect.class);
    }
    assertThat(
            JUDGE
                .judge(state, fails(FailureClass.NOT_FOUND), host, START.plus(hours(13)))
                .after()
                .health())
        .isInstanceOf(Broken.class);
  }

  private static List<HostView> hostsThatCannotVouch() {
    return List.of(MASS, NOBODY_TO_ASK, INCIDENT);
  }

  @Test
  void whatTurnedMissingWithOthersWaitsThoughTheOthersAreBack() {
    TargetState state =
        JUDGE.judge(TargetState.NEW, fails(FailureClass.NOT_FOUND), MASS, START).after();
    assertThat(after(state, fails(FailureClass.NOT_FOUND), hours(1), hours(6)).health())
        .isInstanceOf(Suspect.class);
  }

  @Test
  void aLone404OfTwoHoursIsNeverTold() {
    TargetState state = after(TargetState.NEW, WORKS, hours(-12));
    Instant now = START;
    while (now.isBefore(START.plus(hours(2)))) {
      Judgement judgement = JUDGE.judge(state, fails(FailureClass.NOT_FOUND), NOBODY_TO_ASK, now);
      assertThat(judgement.after().health()).isInstanceOf(Suspect.class);
      state = judgement.after();
      now = judgement.nextCheckAt();
    }
    assertThat(JUDGE.judge(state, WORKS, HostView.WELL, now).after().failures()).isEmpty();
  }

  @Test
  void aWallShowsThatTheServerIsThereButNotThatThePageIs() {
    Observation wall = new Observation.WalledTarget("GET: 403 Forbidden", "a bot wall", true);
    TargetState down = after(TargetState.NEW, fails(FailureClass.TIMED_OUT), Duration.ZERO);
    assertThat(after(down, wall, hours(2)).failures()).isEmpty();
    TargetState missing = after(TargetState.NEW, fails(FailureClass.NOT_FOUND), Duration.ZERO);
    assertThat(after(missing, wall, hours(2)).failures()).hasSize(1);
  }

  @Test
  void whatMayHaveBefallenTheNeighboursTooCallsForThemAtItsFirstSight() {
    TargetState missing = after(TargetState.NEW, fails(FailureClass.NOT_FOUND), Duration.ZERO);
    assertThat(HostJudge.callsWitnesses(TargetState.NEW, fails(FailureClass.GONE))).isTrue();
    assertThat(HostJudge.callsWitnesses(missing, fails(FailureClass.NOT_FOUND))).isFalse();
    assertThat(HostJudge.callsWitnesses(TargetState.NEW, fails(FailureClass.TIMED_OUT))).isFalse();
    assertThat(HostJudge.callsWitnesses(TargetState.NEW, WORKS)).isFalse();
    Observation home = says(GoneKind.REDIRECTED_HOME);
    assertThat(HostJudge.callsWitnesses(TargetState.NEW, home)).isTrue();
    assertThat(HostJudge.callsWitnesses(after(TargetState.NEW, home, hours(0)), home)).isFalse();
    assertThat(HostJudge.callsWitnesses(TargetState.NEW, says(GoneKind.WITHDRAWN))).isFalse();
  }

  @Test
  void aSuccessBetweenStartsAnew() {
    TargetState state = after(TargetState.NEW, fails(FailureClass.NOT_FOUND), Duration.ZERO);
    state = after(state, WORKS, minutes(30));
    state = after(state, fails(FailureClass.NOT_FOUND), hours(2));
    assertThat(state.health()).isEqualTo(new Suspect(FailureClass.NOT_FOUND, START.plus(hours(2))));
  }

  @Test
  void whatFailedLongAgoIsNoEvidenceForToday() {
    TargetState state = after(TargetState.NEW, fails(FailureClass.NOT_FOUND), Duration.ZERO);
    state = after(state, fails(FailureClass.TIMED_OUT), hours(51), hours(98));
    assertThat(state.health())
        .isEqualTo(new Suspect(FailureClass.TIMED_OUT, START.plus(hours(51))));
    assertThat(after(state, fails(FailureClass.TIMED_OUT), hours(123)).health())
        .isInstanceOf(Broken.class);
  }

  @Test
  void whatWasProvenLongAgoStands() {
    TargetState state = after(TargetState.NEW, fails(FailureClass.GONE), hours(0), hours(1));
    assertThat(after(state, fails(FailureClass.GONE), days(30)).health())
        .isEqualTo(new Broken(FailureClass.GONE, START));
  }

  @Test
  void anotherKindOfFailureBetweenNeitherLosesNorInventsEvidence() {
    TargetState state = after(TargetState.NEW, fails(FailureClass.NOT_FOUND), Duration.ZERO);
    state = after(state, fails(FailureClass.SERVER_ERROR), minutes(30));
    assertThat(state.health()).isEqualTo(new Suspect(FailureClass.SERVER_ERROR, START));
    assertThat(after(state, fails(FailureClass.SERVER_ERROR), hours(2)).health())
        .isInstanceOf(Suspect.class);
    assertThat(after(state, fails(FailureClass.NOT_FOUND), hours(1)).health())
        .isInstanceOf(Broken.class);
  }

  @Test
  void whateverTheMixtureThreeDaysOfFailuresAreEnough() {
    TargetState state = after(TargetState.NEW, fails(FailureClass.TIMED_OUT), Duration.ZERO);
    state = after(state, fails(FailureClass.UNKNOWN_HOST), hours(24));
    assertThat(state.health()).isInstanceOf(Suspect.class);
    assertThat(after(state, fails(FailureClass.TLS_EXPIRED), hours(72)).health())
        .isInstanceOf(Broken.class);
  }

  @Test
  void whatIsBrokenChangesItsKindOnlyOnEvidenceOfItsOwn() {
    TargetState state = after(TargetState.NEW, fails(FailureClass.NOT_FOUND), hours(0), hours(1));
    Judgement judgement =
        JUDGE.judge(state, fails(FailureClass.SERVER_ERROR), HostView.WELL, START.plus(hours(6)));
    assertThat(judgement.after().health()).isEqualTo(new Broken(FailureClass.NOT_FOUND, START));
    assertThat(judgement.transition()).isEmpty();
    assertThat(
            after(judgement.after(), fails(FailureClass.SERVER_ERROR), hours(30), hours(78))
                .health())
        .isEqualTo(new Broken(FailureClass.SERVER_ERROR, START));
  }

  @Test
  void afterItsHostsTroubleOnlyWhatGoesOnAsItWasCounts() {
    TargetState state = TargetState.NEW;
    for (int day = 0; day < 4; day++) {
      state =
          JUDGE
              .judge(state, fails(FailureClass.TIMED_OUT), INCIDENT, START.plus(days(day)))
              .after();
    }
    for (FailureClass other : List.of(FailureClass.NOT_FOUND, FailureClass.SERVER_ERROR)) {
      assertThat(after(state, fails(other), days(4)).health())
          .isEqualTo(new Suspect(other, START.plus(days(4))));
    }
    assertThat(after(state, fails(FailureClass.TIMED_OUT), days(4)).health())
        .isEqualTo(new Broken(FailureClass.TIMED_OUT, START));
    Judgement answers = JUDGE.judge(state, fails(FailureClass.GONE), INCIDENT, START.plus(days(4)));
    assertThat(answers.after().health())
        .as("it answers while its host is in trouble still")
        .isEqualTo(new Suspect(FailureClass.GONE, START.plus(days(4))));
  }

  @Test
  void failuresAreForgottenInTheMiddleSoThatTheFirstStays() {
    TargetState state = TargetState.NEW;
    for (int day = 0; day < 100; day++) {
      state = after(state, fails(FailureClass.TIMED_OUT), days(day));
    }
    assertThat(state.failures()).hasSize(TargetState.MOST_FAILURES);
    assertThat(state.health()).isEqualTo(new Broken(FailureClass.TIMED_OUT, START));
    assertThat(state.tried()).hasSize(TargetState.MOST_TRIED);
  }

  @Test
  void aTroubledHostIsToldAfterItsOwnEvidence() {
    assertThat(Evidence.of(FailureClass.UNKNOWN_HOST).ofHost()).isEqualTo(hours(24));
    assertThat(Evidence.of(FailureClass.REFUSED).ofHost()).isEqualTo(hours(72));
  }
}
