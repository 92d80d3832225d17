package signpost.web.health;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.web.health.Cases.START;
import static signpost.web.health.Cases.WORKS;
import static signpost.web.health.Cases.after;
import static signpost.web.health.Cases.fails;
import static signpost.web.health.Cases.hours;
import static signpost.web.health.Cases.minutes;
import static signpost.web.health.Cases.says;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.RecordJson;

final class NetworkWatchTest {
  private static final Observation TIMED_OUT = fails(FailureClass.TIMED_OUT);
  private static final TargetState WELL = after(TargetState.NEW, WORKS, hours(-24));
  private static final TargetState LONG_DEAD =
      after(TargetState.NEW, TIMED_OUT, hours(-240), hours(-200));

  private final NetworkWatch watch = new NetworkWatch();

  @Test
  void aThirdOfTheHostsUnreachedAtOnceIsOurTrouble() {
    assertThat(see(7, WELL, WORKS, Duration.ZERO)).isFalse();
    assertThat(watch.add("a", WELL, TIMED_OUT, START)).isFalse();
    assertThat(watch.add("b", WELL, TIMED_OUT, START)).isFalse();
    assertThat(watch.add("c", WELL, TIMED_OUT, START)).isTrue();
  }

  @Test
  void fewHostsProveNothing() {
    assertThat(see(4, WELL, TIMED_OUT, Duration.ZERO)).isFalse();
  }

  @Test
  void answersHoweverBadAreNoTroubleOfOurs() {
    assertThat(see(9, WELL, fails(FailureClass.NOT_FOUND), Duration.ZERO)).isFalse();
    assertThat(see(9, WELL, fails(FailureClass.SERVER_ERROR), Duration.ZERO)).isFalse();
  }

  @Test
  void deadHostsLookedAtTogetherDoNotExcuseEachOther() {
    assertThat(see(20, LONG_DEAD, TIMED_OUT, Duration.ZERO)).isFalse();
  }

  @Test
  void theTroubleLastsUntilMostCanBeReachedAgain() {
    assertThat(see(6, WELL, TIMED_OUT, Duration.ZERO)).isTrue();
    for (int minute = 15; minute < 600; minute += 15) {
      assertThat(see(6, WELL, TIMED_OUT, minutes(minute))).isTrue();
    }
    assertThat(see(6, WELL, WORKS, minutes(600))).isFalse();
  }

  @Test
  void theFirstHostsToFailAreWitnessesHoweverLongItLasts() {
    TargetState early = after(WELL, TIMED_OUT, Duration.ZERO);
    assertThat(see(6, WELL, TIMED_OUT, Duration.ZERO)).isTrue();
    assertThat(see(6, early, TIMED_OUT, hours(5))).isTrue();
  }

  @Test
  void whoPlainlyWorksAmidTheTroubleIsJudgedAndWhoeverFailsIsNot() {
    assertThat(see(6, WELL, TIMED_OUT, Duration.ZERO)).isTrue();
    assertThat(watch.add("near", WELL, WORKS, START)).isFalse();
    assertThat(watch.add("near", WELL, fails(FailureClass.NOT_FOUND), START)).isTrue();
    assertThat(watch.add("near", WELL, says(GoneKind.SOFT_404), START)).isTrue();
    assertThat(watch.add("far", WELL, TIMED_OUT, START)).isTrue();
  }

  @Test
  void theTroubleLastsOverARestart() {
    assertThat(see(6, WELL, TIMED_OUT, Duration.ZERO)).isTrue();
    NetworkState kept = RecordJson.read(RecordJson.write(watch.state()), NetworkState.class);
    NetworkWatch restarted = new NetworkWatch(kept);
    assertThat(restarted.add("a", WELL, TIMED_OUT, START.plus(hours(2)))).isTrue();
    assertThat(restarted.add("a", WELL, WORKS, START.plus(hours(3)))).isFalse();
    assertThat(restarted.state().troubleSince()).isEmpty();
    assertThat(restarted.state().past())
        .containsExactly(new NetworkState.NetworkTrouble(START, START.plus(hours(3))));
  }

  @Test
  void whatFailedWhileItBeganOrLastedIsNoEvidenceAfterwards() {
    TargetState first = after(WELL, TIMED_OUT, minutes(-3));
    TargetState before = after(WELL, TIMED_OUT, hours(-1));
    TargetState broken = after(WELL, fails(FailureClass.NOT_FOUND), hours(-2), minutes(-5));
    assertThat(watch.forget(first)).isEqualTo(first);
    see(6, WELL, TIMED_OUT, Duration.ZERO);
    assertThat(watch.forget(first).failures()).isEmpty();
    see(6, WELL, WORKS, hours(5));
    assertThat(watch.forget(first).failures()).isEmpty();
    assertThat(watch.forget(before)).isEqualTo(before);
    assertThat(watch.forget(broken)).isEqualTo(broken);
  }

  @Test
  void controlUrlsThatCannotBeReachedAreProofWithFewHosts() {
    watch.controlled(false);
    assertThat(watch.add("a", WELL, TIMED_OUT, START)).isTrue();
    watch.controlled(true);
    assertThat(watch.add("a", WELL, WORKS, START.plus(hours(1)))).isFalse();
    assertThat(watch.add("a", WELL, TIMED_OUT, START.plus(hours(2)))).isFalse();
  }

  @Test
  void hostsOfAnHourAgoAreForgotten() {
    assertThat(see(4, WELL, TIMED_OUT, Duration.ZERO)).isFalse();
    assertThat(watch.add("late", WELL, TIMED_OUT, START.plus(hours(1)))).isFalse();
  }

  /** Visits to so many hosts; what the last one says. */
  private boolean see(int hosts, TargetState before, Observation seen, Duration at) {
    boolean trouble = false;
    for (int i = 0; i < hosts; i++) {
      trouble = watch.add("host-" + i, before, seen, START.plus(at));
    }
    return trouble;
  }
}
