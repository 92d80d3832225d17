package signpost.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeRateTest {
  @Test
  void nothingIsKnownOfANewPage() {
    assertThat(1 / ChangeRate.UNKNOWN.perDay()).isCloseTo(40, withPercentage(0.001));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.05, 0.2, 1, 3})
  void rateIsFoundFromVisitsAtUnequalIntervals(double perDay) {
    double mean = LongStream.range(0, 60).mapToDouble(page -> found(perDay, page)).sum() / 60;
    assertThat(mean).isCloseTo(perDay, withPercentage(20));
  }

  private static double found(double perDay, long seed) {
    Random random = new Random(seed);
    ChangeRate rate = ChangeRate.UNKNOWN;
    for (int visit = 0; visit < 600; visit++) {
      double days = 0.1 + random.nextDouble() * 1.4;
      boolean changed = random.nextDouble() < 1 - Math.exp(-perDay * days);
      rate = rate.after(changed, Duration.ofSeconds((long) (days * 86_400)));
    }
    return rate.perDay();
  }

  @Test
  void severalChangesBetweenTwoVisitsCountForMoreThanOne() {
    ChangeRate rate = ChangeRate.UNKNOWN;
    for (int visit = 0; visit < 240; visit++) {
      rate = rate.after(visit % 10 != 0, Duration.ofDays(1));
    }
    assertThat(rate.perDay())
        .as("nine of ten visits found a change: 2.3 a day")
        .isBetween(1.5, 2.6);
  }

  @Test
  void aPageThatFallsSilentIsBelievedSoon() {
    ChangeRate rate = ChangeRate.UNKNOWN;
    for (int day = 0; day < 365; day++) {
      rate = rate.after(true, Duration.ofDays(1));
    }
    ChangeRate busy = rate;
    for (int day = 0; day < 365; day++) {
      rate = rate.after(false, Duration.ofDays(1));
    }
    assertThat(rate.perDay()).isLessThan(busy.perDay() / 4);
  }

  @Test
  void aPageThatHasChangedAtEachVisitIsNotThoughtToChangeWithoutEnd() {
    ChangeRate rate = ChangeRate.UNKNOWN;
    for (int day = 0; day < 3650; day++) {
      rate = rate.after(true, Duration.ofDays(1));
    }
    assertThat(rate.perDay()).isBetween(2.0, 4.0);
    assertThat(rate.changed()).hasSize(1);
  }

  @Test
  void twoVisitsAtOnceDoNoHarm() {
    assertThat(ChangeRate.UNKNOWN.after(true, Duration.ZERO).perDay()).isBetween(0.02, 0.2);
    assertThat(ChangeRate.UNKNOWN.after(false, Duration.ZERO).perDay()).isBetween(0.02, 0.1);
  }
}
