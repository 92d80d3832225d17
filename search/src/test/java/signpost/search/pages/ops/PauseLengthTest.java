package signpost.search.pages.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseLengthTest {
  private static final Instant FRIDAY = Instant.parse("2026-11-27T14:30:00Z");

  @Test
  void hourEndsInAnHour() {
    Instant end = PauseLength.HOUR.end(FRIDAY).orElseThrow();
    assertThat(end).isEqualTo("2026-11-27T15:30:00Z");
    assertThat(PauseLength.words(end, FRIDAY)).isEqualTo("until 3:30pm");
  }

  @Test
  void daysBeginAtMidnightInLondonInSummerToo() {
    Instant june = Instant.parse("2026-06-30T22:30:00Z");
    assertThat(PauseLength.TOMORROW.end(june)).contains(Instant.parse("2026-06-30T23:00:00Z"));
    assertThat(PauseLength.TOMORROW.end(FRIDAY)).contains(Instant.parse("2026-11-28T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T14:30:00Z, 2026-11-30T00:00:00Z, until Monday",
    "2026-11-29T14:30:00Z, 2026-11-30T00:00:00Z, until tomorrow",
    "2026-11-30T00:00:00Z, 2026-12-07T00:00:00Z, until Monday",
  })
  void mondayIsTheNextOneAndNeverToday(Instant now, Instant monday, String words) {
    assertThat(PauseLength.MONDAY.end(now)).contains(monday);
    assertThat(PauseLength.words(monday, now)).isEqualTo(words);
  }

  @Test
  void pauseWithoutAnEndSaysSo() {
    assertThat(PauseLength.RESUMED.end(FRIDAY)).isEmpty();
    assertThat(PauseLength.words(null, FRIDAY)).isEqualTo("until resumed");
  }

  @Test
  void pauseThatEndsFarOffOrInTheNightNamesTheDay() {
    assertThat(PauseLength.words(Instant.parse("2026-12-24T00:00:00Z"), FRIDAY))
        .isEqualTo("until 24 December 2026");
    assertThat(PauseLength.words(Instant.parse("2026-11-28T00:10:00Z"), FRIDAY))
        .isEqualTo("until 28 November 2026 at 12:10am");
  }
}
