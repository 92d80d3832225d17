package signpost.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.web.schedule.HostBudget.PlannedTarget;

class VisitPlanTest {
  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final Duration WEEK = Duration.ofDays(7);

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.001, 0.03, 0.5, 5, 33, 1e6})
  void promiseIsKeptWhateverThePageDoes(double perDay) {
    for (double dear : new double[] {1, 64, 4096}) {
      assertThat(VisitPlan.placed(HALF_A_DAY).dearer(dear).wait(perDay))
          .isBetween(Duration.ofHours(1), HALF_A_DAY);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.001, 0.03, 0.5, 5, 1e6})
  void nothingIsLeftAloneForLongerThanFourWeeks(double perDay) {
    assertThat(VisitPlan.read().wait(perDay)).isLessThanOrEqualTo(VisitPlan.FOUR_WEEKS);
    assertThat(VisitPlan.linked(WEEK).wait(perDay)).isBetween(WEEK, VisitPlan.FOUR_WEEKS);
  }

  @Test
  void aPlacedPageThatChangesDailyIsVisitedMoreOftenThanWasPromised() {
    VisitPlan placed = VisitPlan.placed(HALF_A_DAY);
    assertThat(placed.wait(1)).isBetween(Duration.ofHours(5), Duration.ofHours(8));
    assertThat(placed.wait(1 / 40.0)).isEqualTo(HALF_A_DAY);
  }

  @Test
  void aPageThatCannotBeFollowedIsNotRunAfter() {
    assertThat(VisitPlan.read().wait(1)).isLessThan(Duration.ofDays(3));
    assertThat(VisitPlan.read().wait(2)).isEqualTo(VisitPlan.FOUR_WEEKS);
  }

  @Test
  void aNewPageAndANewLinkWaitAWeek() {
    double unknown = ChangeRate.UNKNOWN.perDay();
    assertThat(VisitPlan.read().wait(unknown)).isBetween(WEEK.minusHours(3), WEEK);
    assertThat(VisitPlan.linked(WEEK).wait(unknown)).isEqualTo(WEEK);
  }

  @Test
  void aLinkThatKeepsWorkingIsAskedEveryFourWeeksAfterSomeWeeks() {
    ChangeRate rate = ChangeRate.UNKNOWN;
    Duration all = Duration.ZERO;
    Duration wait = VisitPlan.linked(WEEK).wait(rate.perDay());
    while (wait.compareTo(VisitPlan.FOUR_WEEKS) < 0) {
      rate = rate.after(false, wait);
      all = all.plus(wait);
      wait = VisitPlan.linked(WEEK).wait(rate.perDay());
    }
    assertThat(all).isBetween(Duration.ofDays(30), Duration.ofDays(60));
  }

  @Test
  void opsMayAskForLinksMoreRarelyStill() {
    Duration quarterly = Duration.ofDays(90);
    assertThat(VisitPlan.linked(quarterly).wait(0.001)).isEqualTo(quarterly);
  }

  @Test
  void aHostWithinItsBudgetPaysTheUsualPrice() {
    assertThat(HostBudget.dearness(List.of(daily()), 100)).isEqualTo(1);
    assertThat(HostBudget.dearness(List.of(), 100)).isEqualTo(1);
  }

  @Test
  void aHostBeyondItsBudgetIsAskedLessOftenAndAsPromised() {
    List<PlannedTarget> many = Collections.nCopies(100, daily());
    double dear = HostBudget.dearness(many, 220);
    Duration wait = VisitPlan.placed(HALF_A_DAY).dearer(dear).wait(1);
    assertThat(100 * 86_400.0 / wait.toSeconds()).isLessThanOrEqualTo(220);

    double most = HostBudget.dearness(many, 10);
    assertThat(VisitPlan.placed(HALF_A_DAY).dearer(most).wait(1)).isEqualTo(HALF_A_DAY);
  }

  private static PlannedTarget daily() {
    return new PlannedTarget(VisitPlan.placed(HALF_A_DAY), 1);
  }
}
