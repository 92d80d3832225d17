package signpost.search.pages.ops;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.search.pages.PageFormat;

/** How long ops may let a host rest. */
public enum PauseLength {
  HOUR("for an hour"),
  TOMORROW("until tomorrow"),
  MONDAY("until Monday"),
  RESUMED("until resumed");

  private static final int WEEK = 7;

  private final String words;

  PauseLength(String words) {
    this.words = words;
  }

  /** As forms send it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people choose it. */
  public String words() {
    return words;
  }

  static Optional<PauseLength> of(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire().equals(wire)).findFirst();
  }

  /** When it ends; days begin at midnight. Empty for when somebody says so. */
  Optional<Instant> end(Instant now) {
    ZonedDateTime today = now.atZone(PageFormat.ZONE);
    return switch (this) {
      case HOUR -> Optional.of(now.plus(Duration.ofHours(1)));
      case TOMORROW -> Optional.of(midnight(today.toLocalDate().plusDays(1)));
      case MONDAY ->
          Optional.of(midnight(today.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
      case RESUMED -> Optional.empty();
    };
  }

  /** "until 3:15pm", "until tomorrow", "until Monday", "until 3 March 2026", "until resumed". */
  public static String words(@Nullable Instant until, Instant now) {
    if (until == null) {
      return RESUMED.words;
    }
    ZonedDateTime end = until.atZone(PageFormat.ZONE);
    LocalDate today = now.atZone(PageFormat.ZONE).toLocalDate();
    if (end.toLocalDate().equals(today)) {
      return "until " + PageFormat.time(until);
    }
    if (!end.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return "until " + PageFormat.moment(until);
    }
    return "until " + day(end.toLocalDate(), today, until);
  }

  private static String day(LocalDate end, LocalDate today, Instant until) {
    if (end.equals(today.plusDays(1))) {
      return "tomorrow";
    }
    return end.isAfter(today.plusDays(WEEK)) ? PageFormat.day(until) : PageFormat.weekday(until);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(PageFormat.ZONE).toInstant();
  }
}
