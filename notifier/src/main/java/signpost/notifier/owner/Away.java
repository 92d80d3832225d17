package signpost.notifier.owner;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days somebody is not there, the first and the last included, by their own calendar. */
public record Away(LocalDate from, LocalDate to) {

  /** {@code 2026-12-20/2027-01-03}, or one day alone (ISO 8601); nothing when it is neither. */
  public static Optional<Away> parse(String words) {
    String[] days = words.strip().split("/", -1);
    try {
      LocalDate from = LocalDate.parse(days[0].strip());
      LocalDate to = days.length > 1 ? LocalDate.parse(days[1].strip()) : from;
      return days.length > 2 || to.isBefore(from)
          ? Optional.empty()
          : Optional.of(new Away(from, to));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** Whether a day is one of them. */
  public boolean includes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  @Override
  public String toString() {
    return from + "/" + to;
  }
}
