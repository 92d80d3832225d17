package signpost.notifier.decision;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * When a summary is due by an owner's own clock: every day, or on Mondays. A time that a change of
 * clocks leaves out comes as much later as the clocks went forward; one that comes twice counts
 * once ({@link java.time.LocalDateTime#atZone}).
 */
final class DigestCalendar {
  private DigestCalendar() {}

  static Instant daily(Instant after, LocalTime at, ZoneId zone) {
    LocalDate today = after.atZone(zone).toLocalDate();
    Instant due = on(today, at, zone);
    return due.isAfter(after) ? due : on(today.plusDays(1), at, zone);
  }

  static Instant weekly(Instant after, LocalTime at, ZoneId zone) {
    LocalDate today = after.atZone(zone).toLocalDate();
    LocalDate monday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    Instant due = on(monday, at, zone);
    return due.isAfter(after) ? due : on(monday.plusWeeks(1), at, zone);
  }

  private static Instant on(LocalDate day, LocalTime at, ZoneId zone) {
    return day.atTime(at).atZone(zone).toInstant();
  }
}
