package signpost.web.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time as sitemaps give it: a day, or a moment with its offset.
 *
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">W3C date and time formats</a>
 */
final class ListedTime {
  private static final int DAY = "2026-05-12".length();

  private ListedTime() {}

  /** The latest moment that it can mean; empty where it is none. */
  static Optional<Instant> of(String text) {
    try {
      return text.length() == DAY
          ? Optional.of(LocalDate.parse(text).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC))
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
