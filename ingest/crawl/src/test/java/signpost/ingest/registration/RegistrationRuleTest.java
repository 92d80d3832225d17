package signpost.ingest.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.LinkEvent.DomainState;
import signpost.ingest.registration.RegistrationRule.RegistrationDecision;
import signpost.ingest.registration.RegistryAnswer.Registered;
import signpost.ingest.registration.RegistryAnswer.Silent;
import signpost.ingest.registration.RegistryAnswer.Unsaid;

final class RegistrationRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
  private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
  private static final List<String> SITES = List.of("https://trust.org.uk");

  @Test
  void aNameIsAskedAboutMonthlyAndOnTheDayItIsToBeTold() {
    assertThat(after(RegistrationState.NEW, until(365)).dueAt()).isEqualTo(in(30));
    assertThat(after(RegistrationState.NEW, until(50)).dueAt()).isEqualTo(in(20));
    assertThat(after(RegistrationState.NEW, until(50)).after().isTold()).isFalse();
  }

  @Test
  void aNameThatEndsWithinThirtyDaysIsToldUntilItIsRenewed() {
    RegistrationDecision ending = after(RegistrationState.NEW, until(30));
    assertThat(ending.after().told()).isEqualTo(SITES);
    assertThat(ending.dueAt()).isEqualTo(in(2));
    assertThat(after(ending.after(), until(-3)).after().told()).isEqualTo(SITES);
    assertThat(after(ending.after(), until(395)).after().isTold()).isFalse();
  }

  @Test
  void aNameThatLapsedIsToldThoughItsRegistryCountsAYearMore() {
    RegistryAnswer lapsed = new Registered(in(340), true, Optional.empty());
    RegistrationState after = after(RegistrationState.NEW, lapsed).after();
    assertThat(after.isTold()).isTrue();
    assertThat(words(DomainState.ENDING, after)).contains("has ended").doesNotContain("until");
  }

  @Test
  void aNameThatSomebodyRegistersAnewIsNotRenewed() {
    RegistrationState ending = after(RegistrationState.NEW, until(10)).after();
    RegistryAnswer taken = new Registered(in(360), false, Optional.of(in(-5)));
    RegistrationState after = after(ending, taken).after();
    assertThat(after.told()).isEqualTo(SITES);
    assertThat(words(DomainState.ENDING, after)).contains("registered anew on 24 November 2026");

    RegistrationDecision later = after(after, new Silent("away"));
    assertThat(after(later.after(), taken).after().told()).isEqualTo(SITES);
    assertThat(after(later.after(), taken).dueAt()).isEqualTo(in(30));
  }

  @Test
  void aNameThatWasTakenAndEndsAgainIsSaidToEnd() {
    RegistrationState ending = after(RegistrationState.NEW, until(10)).after();
    RegistrationState taken =
        after(ending, new Registered(in(360), false, Optional.of(in(-5)))).after();
    RegistrationState again =
        after(taken, new Registered(in(20), false, Optional.of(in(-5)))).after();
    assertThat(words(DomainState.ENDING, again))
        .contains("was let go, and registered anew on", "is registered until")
        .doesNotContain("renewed");
  }

  @Test
  void aSiteThatNoGuideLeadsToIsNotCalledRenewed() {
    assertThat(RegistrationWords.left("trust.org.uk").reason()).doesNotContain("renewed");
    assertThat(words(DomainState.RENEWED, after(RegistrationState.NEW, until(300)).after()))
        .contains("was renewed, until 25 September 2027");
  }

  @Test
  void neitherSilenceNorAnOddAnswerTellsOrRenews() {
    RegistrationState ending = after(RegistrationState.NEW, until(10)).after();
    for (RegistryAnswer nothing : List.of(new Silent("away"), new Unsaid("not known"))) {
      assertThat(after(RegistrationState.NEW, nothing).after().isTold()).isFalse();
      assertThat(after(ending, nothing).after().isTold()).isTrue();
      assertThat(after(ending, nothing).after().until()).isEqualTo(Optional.of(in(10)));
    }
  }

  @Test
  void aSilentRegistryIsAskedLessAndLess() {
    RegistrationState state = RegistrationState.NEW;
    for (int days : List.of(1, 2, 4, 8, 16, 16)) {
      RegistrationDecision silent = after(state, new Silent("away"));
      assertThat(silent.dueAt()).isEqualTo(in(days));
      state = silent.after();
    }
    assertThat(after(state, until(365)).after().silent()).isZero();
  }

  @Test
  void aSilentRegistryIsAskedEveryOtherDayWhileANameIsAboutToEnd() {
    RegistrationState state = after(RegistrationState.NEW, until(10)).after();
    for (int days : List.of(1, 2, 2, 2)) {
      RegistrationDecision silent = after(state, new Silent("away"));
      assertThat(silent.dueAt()).isEqualTo(in(days));
      state = silent.after();
    }
  }

  private static String words(DomainState state, RegistrationState known) {
    return RegistrationWords.of(state, "trust.org.uk", known, NOW).reason();
  }

  private static RegistrationDecision after(RegistrationState before, RegistryAnswer answer) {
    return RegistrationRule.after(before, answer, SITES, NOW);
  }

  private static Registered until(int days) {
    return new Registered(in(days), false, Optional.of(FIRST));
  }

  private static Instant in(int days) {
    return NOW.plus(Duration.ofDays(days));
  }
}
