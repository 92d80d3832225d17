package signpost.web.health;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.web.health.Cases.START;
import static signpost.web.health.Cases.fails;
import static signpost.web.health.Cases.hours;
import static signpost.web.health.Cases.minutes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import signpost.events.FailureClass;
import signpost.events.LinkEvent;
import signpost.events.RecordJson;
import signpost.web.health.HostCount.TargetGroup;
import signpost.web.health.HostJudge.HostJudgement;

final class HostJudgeTest {
  private static final Optional<FailureClass> REFUSED = Optional.of(FailureClass.REFUSED);

  @Test
  void troubleBeginsWhenMoreThanHalfAndAtLeastThreeAreSilentAlike() {
    assertThat(begins(refused(5, 3))).isTrue();
    assertThat(begins(refused(3, 3))).isTrue();
    assertThat(begins(refused(6, 3))).isFalse();
    assertThat(begins(refused(2, 2))).isFalse();
  }

  @Test
  void silencesOfOneKindAreAlikeAndOthersAreNot() {
    assertThat(begins(count(some(HostSign.UNREACHED, 1), some(HostSign.MUTE, 2)))).isTrue();
    assertThat(begins(count(some(HostSign.UNREACHED, 2), some(HostSign.NO_NAME, 2)))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(HostSign.class)
  void onlySilenceSpeaksAgainstAHost(HostSign sign) {
    HostCount count = count(some(sign, 9), some(HostSign.UNREACHED, 3));
    boolean nothingElseIsKnown =
        sign == HostSign.NOTHING || sign == HostSign.UNREACHED || sign == HostSign.MUTE;
    assertThat(begins(count)).isEqualTo(nothingElseIsKnown);
  }

  @Test
  void everyAnswerIsASignOfLifeAndEverySilenceIsNone() {
    for (FailureClass failure : FailureClass.values()) {
      assertThat(HostSign.of(fails(failure)).silence().isPresent())
          .as("%s", failure)
          .isEqualTo(failure.isSilence());
      assertThat(HostSign.of(new Observation.TargetFails("there", failure, true)))
          .as("%s, where a redirect led", failure)
          .isEqualTo(HostSign.ANSWERS);
    }
    assertThat(HostSign.of(Cases.WALL)).isEqualTo(HostSign.ANSWERS);
    assertThat(HostSign.of(Cases.RATE_LIMIT)).isEqualTo(HostSign.ANSWERS);
    assertThat(HostSign.of(Cases.WORKS)).isEqualTo(HostSign.WELL);
    assertThat(HostSign.of(Cases.NOT_ASKED)).isEqualTo(HostSign.NOTHING);
  }

  @Test
  void whatIsRememberedSaysWhatWasSeen() {
    for (Observation seen : Cases.observations()) {
      HostSign remembered =
          HostSign.of(
              Cases.after(Cases.after(TargetState.NEW, Cases.WORKS, hours(-9)), seen, hours(0)));
      assertThat(remembered).as("%s", seen).isEqualTo(HostSign.of(seen));
    }
  }

  @Test
  void whoseAnswerWeNeverSawIsNoWitnessWhileOthersAnswer() {
    TargetGroup never = new TargetGroup(HostSign.MUTE, false, false, 4, 4, 4);
    assertThat(begins(count(never, some(HostSign.WELL, 2)))).isFalse();
    assertThat(begins(count(never, some(HostSign.MISSING, 2)))).isFalse();
    assertThat(begins(count(never))).as("nobody there answers anything").isTrue();
    assertThat(begins(count(never, some(HostSign.WELL, 2), some(HostSign.MUTE, 3)))).isTrue();
    TargetGroup unreached = new TargetGroup(HostSign.UNREACHED, false, false, 4, 4, 4);
    assertThat(begins(count(unreached, some(HostSign.WELL, 2))))
        .as("a refused connection is refused for every page")
        .isTrue();
  }

  @Test
  void aVisitThatWorksBeginsNothing() {
    HostJudgement judgement =
        HostJudge.judge(HostState.WELL, refused(4, 3), sight(Optional.empty()), START);
    assertThat(judgement.after()).isEqualTo(HostState.WELL);
    assertThat(judgement.happened()).isEmpty();
  }

  @Test
  void aHostInTroubleIsToldOnceAfterThreeDays() {
    HostState state = judge(HostState.WELL, refused(3, 3), Duration.ZERO).after();
    state = quietly(state, refused(3, 3), hours(72).minusSeconds(1));
    HostJudgement told = judge(state, refused(3, 3), hours(72));
    assertThat(told.happened()).contains(LinkEvent.HostState.DOWN);
    quietly(told.after(), refused(3, 3), hours(73));
  }

  @Test
  void aHostWhoseNameIsGoneIsToldAfterADay() {
    Optional<FailureClass> gone = Optional.of(FailureClass.UNKNOWN_HOST);
    HostCount count = count(some(HostSign.NO_NAME, 3));
    HostState state = HostJudge.judge(HostState.WELL, count, sight(gone), START).after();
    assertThat(HostJudge.judge(state, count, sight(gone), START.plus(hours(24))).happened())
        .contains(LinkEvent.HostState.DOWN);
  }

  @Test
  void troubleEndsWhenHalfAnswerAgainWhateverTheyAnswerAndGoesOnInOtherSilence() {
    HostState state = judge(HostState.WELL, refused(4, 4), Duration.ZERO).after();
    quietly(state, count(some(HostSign.MUTE, 3), some(HostSign.WELL, 1)), hours(1));
    HostCount answers = count(some(HostSign.UNREACHED, 2), some(HostSign.MISSING, 2));
    HostJudgement over = judge(state, answers, hours(2));
    assertThat(over.after()).isEqualTo(HostState.WELL);
    assertThat(over.happened()).contains(LinkEvent.HostState.RECOVERED);
    assertThat(over.isBack()).as("its silent targets are asked at once").isTrue();
  }

  @Test
  void troubleEndsWhenTooFewAreWatchedStill() {
    HostState state = judge(HostState.WELL, refused(3, 3), Duration.ZERO).after();
    assertThat(judge(state, refused(2, 2), hours(80)).happened())
        .contains(LinkEvent.HostState.RECOVERED);
  }

  @Test
  void anOpenBreakerIsTroubleAtOnceAndOverWhenItClosesAndMostWork() {
    HostJudge.HostSighting shut = new HostJudge.HostSighting(REFUSED, START, true);
    HostState state = HostJudge.judge(HostState.WELL, refused(9, 1), shut, START).after();
    assertThat(state.incident()).isPresent();
    HostJudgement later = HostJudge.judge(state, refused(9, 2), shut, START.plus(hours(80)));
    assertThat(later.happened()).as("few have been asked").isEmpty();
    assertThat(
            HostJudge.judge(later.after(), refused(9, 5), shut, START.plus(hours(81))).happened())
        .contains(LinkEvent.HostState.DOWN);
    HostJudge.HostSighting open = new HostJudge.HostSighting(Optional.empty(), START, false);
    assertThat(HostJudge.judge(state, refused(9, 1), open, START.plus(hours(1))).happened())
        .contains(LinkEvent.HostState.RECOVERED);
  }

  @Test
  void anOpenBreakerOfAHostWithTwoTargetsIsNoTroubleOfTheHost() {
    HostJudge.HostSighting shut = new HostJudge.HostSighting(REFUSED, START, true);
    assertThat(HostJudge.judge(HostState.WELL, refused(2, 2), shut, START).after())
        .isEqualTo(HostState.WELL);
  }

  @Test
  void theSameVisitJudgedAgainSaysNothingNew() {
    HostState state = judge(HostState.WELL, refused(3, 3), Duration.ZERO).after();
    quietly(state, refused(3, 3), Duration.ZERO);
    quietly(state, refused(3, 3), minutes(1));
  }

  @Test
  void onePageIsMissingByItselfOnlyWhereManyOthersAreSeenWellMeanwhile() {
    assertThat(neighbours(missing(1), some(HostSign.WELL, HostJudge.ENOUGH)))
        .isEqualTo(HostNeighbours.WELL);
    assertThat(neighbours(missing(1), some(HostSign.WELL, HostJudge.ENOUGH - 1)))
        .isEqualTo(HostNeighbours.UNKNOWN);
    assertThat(neighbours(missing(1), some(HostSign.ANSWERS, 400)))
        .isEqualTo(HostNeighbours.UNKNOWN);
    assertThat(neighbours(missing(1), new TargetGroup(HostSign.WELL, true, false, 400, 400, 0)))
        .as("seen before, but not since")
        .isEqualTo(HostNeighbours.UNKNOWN);
    assertThat(neighbours(missing(1))).isEqualTo(HostNeighbours.UNKNOWN);
  }

  @Test
  void twoThatTurnedMissingTogetherAreAMassUnlessTheyAreTwoOfVeryMany() {
    assertThat(neighbours(missing(2), some(HostSign.WELL, 97)))
        .isEqualTo(HostNeighbours.MISSING_TOO);
    assertThat(neighbours(missing(2), some(HostSign.WELL, 98))).isEqualTo(HostNeighbours.WELL);
    TargetGroup brokenLongAgo = new TargetGroup(HostSign.MISSING, true, true, 9, 0, 0);
    assertThat(neighbours(missing(1), brokenLongAgo, some(HostSign.WELL, 90)))
        .isEqualTo(HostNeighbours.WELL);
  }

  @Test
  void whatWasNeverSeenHasNotTurnedMissingAndAnyWellNeighbourSettlesIt() {
    TargetGroup never = new TargetGroup(HostSign.MISSING, false, false, 3, 3, 3);
    assertThat(ofOneNeverSeen(never, new TargetGroup(HostSign.WELL, true, false, 1, 1, 0)))
        .isEqualTo(HostNeighbours.WELL);
    assertThat(ofOneNeverSeen(never)).as("nobody can be asked").isEqualTo(HostNeighbours.UNKNOWN);
    assertThat(neighbours(missing(1), never, some(HostSign.WELL, 60)))
        .as("nor does it make a mass of one that did")
        .isEqualTo(HostNeighbours.WELL);
  }

  @Test
  void whatIsMissingWhereARedirectLedIsNotVouchedForByNeighbours() {
    HostCount count = count(missing(1), some(HostSign.WELL, 400));
    Observation there = new Observation.TargetFails("GET: 404", FailureClass.NOT_FOUND, true);
    assertThat(HostJudge.neighbours(count, true, there)).isEqualTo(HostNeighbours.UNKNOWN);
    assertThat(HostJudge.neighbours(count, false, there)).isEqualTo(HostNeighbours.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureClass.class,
      names = {"NOT_FOUND", "CLIENT_ERROR", "TOO_MANY_REDIRECTS"})
  void whatAnsweredBadlyForMonthsDoesNotTellThatItsHostIsDown(FailureClass answer) {
    TargetState months =
        Cases.after(TargetState.NEW, fails(answer), Duration.ZERO, hours(20), hours(40));
    HostJudge.HostSighting refused =
        HostJudge.HostSighting.of(
            months, fails(FailureClass.REFUSED), false, START.plus(hours(74)));
    assertThat(refused.silentSince()).isEqualTo(START.plus(hours(74)));
    HostState state = judge(HostState.WELL, refused(3, 3), Duration.ZERO).after();
    assertThat(HostJudge.judge(state, refused(3, 3), refused, START.plus(hours(74))).happened())
        .isEmpty();
  }

  @Test
  void whatFailedElsewhereForMonthsIsNoSilenceOfThisHost() {
    Observation there = new Observation.TargetFails("refused there", FailureClass.REFUSED, true);
    TargetState months = Cases.after(TargetState.NEW, there, Duration.ZERO, hours(40), hours(73));
    assertThat(months.silentSince(FailureClass.REFUSED, START.plus(hours(74))))
        .isEqualTo(START.plus(hours(74)));
    assertThat(HostJudge.HostSighting.of(months, there, false, START.plus(hours(74))).silence())
        .isEmpty();
  }

  @Test
  void aHostsMemorySurvivesTheDatabase() {
    HostState state = judge(HostState.WELL, refused(3, 3), Duration.ZERO).after();
    assertThat(RecordJson.read(RecordJson.write(state), HostState.class)).isEqualTo(state);
  }

  private static boolean begins(HostCount count) {
    HostJudgement judgement = judge(HostState.WELL, count, Duration.ZERO);
    assertThat(judgement.happened().isPresent())
        .isEqualTo(judgement.after().incident().isPresent());
    return judgement.happened().filter(LinkEvent.HostState.IN_TROUBLE::equals).isPresent();
  }

  private static HostState quietly(HostState before, HostCount count, Duration at) {
    HostJudgement judgement = judge(before, count, at);
    assertThat(judgement.happened()).isEmpty();
    return judgement.after();
  }

  private static HostJudgement judge(HostState before, HostCount count, Duration at) {
    return HostJudge.judge(before, count, sight(REFUSED), START.plus(at));
  }

  private static HostJudge.HostSighting sight(Optional<FailureClass> silence) {
    return new HostJudge.HostSighting(silence, START, false);
  }

  private static HostCount refused(int targets, int silent) {
    return count(some(HostSign.UNREACHED, silent), some(HostSign.WELL, targets - silent));
  }

  private static HostCount count(TargetGroup... groups) {
    return new HostCount(Arrays.asList(groups));
  }

  private static TargetGroup some(HostSign sign, int n) {
    return new TargetGroup(sign, true, false, n, n, n);
  }

  private static TargetGroup missing(int n) {
    return some(HostSign.MISSING, n);
  }

  private static HostNeighbours neighbours(TargetGroup... groups) {
    return HostJudge.neighbours(count(groups), true, fails(FailureClass.NOT_FOUND));
  }

  private static HostNeighbours ofOneNeverSeen(TargetGroup... others) {
    List<TargetGroup> groups = new ArrayList<>(List.of(others));
    groups.add(new TargetGroup(HostSign.MISSING, false, false, 1, 1, 1));
    return HostJudge.neighbours(new HostCount(groups), false, fails(FailureClass.NOT_FOUND));
  }
}
