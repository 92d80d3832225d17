package signpost.notifier.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestCalendarTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T07:59:59Z, 08:00, 2026-01-05T08:00:00Z",
    "2026-01-05T08:00:00Z, 08:00, 2026-01-06T08:00:00Z",
    // Clocks go forward on 29 March 2026 and back on 25 October.
    "2026-03-28T09:00:00Z, 08:00, 2026-03-29T07:00:00Z",
    "2026-03-28T09:00:00Z, 01:30, 2026-03-29T01:30:00Z",
    "2026-10-24T09:00:00Z, 08:00, 2026-10-25T08:00:00Z",
    "2026-10-24T09:00:00Z, 01:30, 2026-10-25T00:30:00Z",
    "2026-10-25T00:30:00Z, 01:30, 2026-10-26T01:30:00Z",
  })
  void aDaysSummaryComesOnceByTheOwnersClock(Instant after, LocalTime at, Instant due) {
    assertThat(DigestCalendar.daily(after, at, LONDON)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T07:00:00Z, 2026-01-05T08:00:00Z",
    "2026-01-05T08:00:00Z, 2026-01-12T08:00:00Z",
    "2026-03-24T12:00:00Z, 2026-03-30T07:00:00Z",
  })
  void aWeeksSummaryComesOnMonday(Instant after, Instant due) {
    assertThat(DigestCalendar.weekly(after, LocalTime.of(8, 0), LONDON)).isEqualTo(due);
  }
}
