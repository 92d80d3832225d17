package signpost.ingest.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.ingest.registration.RegistrationRule.RegistrationDecision;
import signpost.ingest.registration.RegistryAnswer.Registered;
import signpost.ingest.registration.RegistryAnswer.Silent;
import signpost.ingest.registration.RegistryAnswer.Unsaid;

final class RegistrationRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
  private static final List<String> SITES = List.of("https://trust.org.uk");

  @Test
  void aNameIsAskedAboutMonthlyAndOnTheDayItIsToBeTold() {
    assertThat(after(RegistrationState.NEW, until(365)).dueAt()).isEqualTo(in(30));
    assertThat(after(RegistrationState.NEW, until(50)).dueAt()).isEqualTo(in(20));
    assertThat(after(RegistrationState.NEW, until(50)).after().isEnding()).isFalse();
  }

  @Test
  void aNameThatEndsWithinThirtyDaysIsToldUntilItIsRenewed() {
    RegistrationDecision ending = after(RegistrationState.NEW, until(30));
    assertThat(ending.after().told()).isEqualTo(SITES);
    assertThat(ending.dueAt()).isEqualTo(in(2));
    assertThat(after(ending.after(), until(-3)).after().told()).isEqualTo(SITES);
    assertThat(after(ending.after(), until(395)).after().isEnding()).isFalse();
  }

  @Test
  void aNameThatLapsedIsToldThoughItsRegistryCountsAYearMore() {
    RegistryAnswer lapsed = new Registered(in(340), true);
    assertThat(after(RegistrationState.NEW, lapsed).after().isEnding()).isTrue();
  }

  @Test
  void neitherSilenceNorAnOddAnswerTellsOrRenews() {
    RegistrationState ending = after(RegistrationState.NEW, until(10)).after();
    for (RegistryAnswer nothing : List.of(new Silent("away"), new Unsaid("not known"))) {
      assertThat(after(RegistrationState.NEW, nothing).after().isEnding()).isFalse();
      assertThat(after(ending, nothing).after().isEnding()).isTrue();
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

  private static RegistrationDecision after(RegistrationState before, RegistryAnswer answer) {
    return RegistrationRule.after(before, answer, SITES, NOW);
  }

  private static Registered until(int days) {
    return new Registered(in(days), false);
  }

  private static Instant in(int days) {
    return NOW.plus(Duration.ofDays(days));
  }
}
