package signpost.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.ingest.health.Cases.START;
import static signpost.ingest.health.Cases.hours;
import static signpost.ingest.health.Cases.minutes;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.FailureClass;
import signpost.events.LinkEvent;
import signpost.ingest.health.HostJudge.Count;
import signpost.ingest.health.HostJudge.HostJudgement;

final class HostJudgeTest {
  private static final Optional<FailureClass> REFUSED = Optional.of(FailureClass.REFUSED);

  @Test
  void troubleBeginsWhenMoreThanHalfAndAtLeastThreeFailAlike() {
    assertThat(begins(refused(5, 3))).isTrue();
    assertThat(begins(refused(3, 3))).isTrue();
    assertThat(begins(refused(6, 3))).isFalse();
    assertThat(begins(refused(2, 2))).isFalse();
  }

  @Test
  void failuresOfOneKindAreAlikeAndOthersAreNot() {
    assertThat(
            begins(new Count(3, Map.of(FailureClass.REFUSED, 1, FailureClass.TIMED_OUT, 2), 0, 3)))
        .isTrue();
    assertThat(
            begins(new Count(4, Map.of(FailureClass.REFUSED, 2, FailureClass.NOT_FOUND, 2), 2, 4)))
        .isFalse();
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
    Count count = new Count(3, Map.of(FailureClass.UNKNOWN_HOST, 3), 0, 3);
    HostState state = HostJudge.judge(HostState.WELL, count, sight(gone), START).after();
    assertThat(HostJudge.judge(state, count, sight(gone), START.plus(hours(24))).happened())
        .contains(LinkEvent.HostState.DOWN);
  }

  @Test
  void troubleEndsWhenHalfWorkAgainWhateverTheOthersFailBy() {
    HostState state = judge(HostState.WELL, refused(4, 4), Duration.ZERO).after();
    Count others = new Count(4, Map.of(FailureClass.SERVER_ERROR, 3), 0, 4);
    quietly(state, others, hours(1));
    HostJudgement over = judge(state, refused(4, 2), hours(2));
    assertThat(over.after()).isEqualTo(HostState.WELL);
    assertThat(over.happened()).contains(LinkEvent.HostState.RECOVERED);
  }

  @Test
  void anOpenBreakerIsTroubleAtOnceAndOverWhenItClosesAndMostWork() {
    HostJudge.Sight shut = new HostJudge.Sight(REFUSED, START, true);
    HostState state = HostJudge.judge(HostState.WELL, refused(9, 1), shut, START).after();
    assertThat(state.incident()).isPresent();
    HostJudgement later = HostJudge.judge(state, refused(9, 2), shut, START.plus(hours(80)));
    assertThat(later.happened()).as("few have been asked").isEmpty();
    assertThat(
            HostJudge.judge(later.after(), refused(9, 5), shut, START.plus(hours(81))).happened())
        .contains(LinkEvent.HostState.DOWN);
    HostJudge.Sight open = new HostJudge.Sight(Optional.empty(), START, false);
    assertThat(HostJudge.judge(state, refused(9, 1), open, START.plus(hours(1))).happened())
        .contains(LinkEvent.HostState.RECOVERED);
  }

  @Test
  void anOpenBreakerOfAHostWithTwoTargetsIsNoTroubleOfTheHost() {
    HostJudge.Sight shut = new HostJudge.Sight(REFUSED, START, true);
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
  void twoMissingTogetherAreAMassUnlessTheyAreTwoOfVeryMany() {
    assertThat(HostJudge.massMissing(missing(25, 2))).isTrue();
    assertThat(HostJudge.massMissing(missing(99, 2))).isTrue();
    assertThat(HostJudge.massMissing(missing(100, 2))).isFalse();
    assertThat(HostJudge.massMissing(missing(5, 1))).isFalse();
  }

  @Test
  void aPageMissingForMonthsDoesNotTellThatItsHostIsDown() {
    TargetState missing =
        Cases.after(
            TargetState.NEW,
            Cases.fails(FailureClass.NOT_FOUND),
            Duration.ZERO,
            hours(1),
            hours(2));
    HostJudge.Sight refused =
        HostJudge.Sight.of(
            missing, Cases.fails(FailureClass.REFUSED), false, START.plus(hours(74)));
    assertThat(refused.firstFailureAt()).isEqualTo(START.plus(hours(74)));
    HostState state = judge(HostState.WELL, refused(3, 3), Duration.ZERO).after();
    assertThat(HostJudge.judge(state, refused(3, 3), refused, START.plus(hours(74))).happened())
        .isEmpty();
  }

  @Test
  void aHostsMemorySurvivesTheDatabase() {
    HostState state = judge(HostState.WELL, refused(3, 3), Duration.ZERO).after();
    assertThat(TargetStateCodec.read(TargetStateCodec.write(state), HostState.class))
        .isEqualTo(state);
  }

  private static boolean begins(Count count) {
    HostJudgement judgement = judge(HostState.WELL, count, Duration.ZERO);
    assertThat(judgement.happened().isPresent())
        .isEqualTo(judgement.after().incident().isPresent());
    return judgement.happened().filter(LinkEvent.HostState.IN_TROUBLE::equals).isPresent();
  }

  private static HostState quietly(HostState before, Count count, Duration at) {
    HostJudgement judgement = judge(before, count, at);
    assertThat(judgement.happened()).isEmpty();
    return judgement.after();
  }

  private static HostJudgement judge(HostState before, Count count, Duration at) {
    return HostJudge.judge(before, count, sight(REFUSED), START.plus(at));
  }

  private static HostJudge.Sight sight(Optional<FailureClass> failure) {
    return new HostJudge.Sight(failure, START, false);
  }

  private static Count refused(int targets, int failing) {
    return new Count(targets, Map.of(FailureClass.REFUSED, failing), 0, targets);
  }

  private static Count missing(int targets, int lately) {
    return new Count(targets, Map.of(FailureClass.NOT_FOUND, lately), lately, targets);
  }
}
