package signpost.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days somebody is not there, the first and the last included, by their own calendar. */
public record AbsenceDays(LocalDate from, LocalDate to) {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern BRITISH = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

  /** {@code 2026-12-20/2027-01-03}, or one day alone (ISO 8601); nothing when it is neither. */
  public static Optional<AbsenceDays> parse(String words) {
    String[] days = words.strip().split("/", -1);
    try {
      LocalDate from = LocalDate.parse(days[0].strip());
      LocalDate to = days.length > 1 ? LocalDate.parse(days[1].strip()) : from;
      return days.length > 2 || to.isBefore(from)
          ? Optional.empty()
          : Optional.of(new AbsenceDays(from, to));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** Why words are no days, and what to write; nothing if they are. */
  public static Optional<String> problem(String words) {
    if (parse(words).isPresent()) {
      return Optional.empty();
    }
    List<String> days = DAY.matcher(words).results().map(it -> it.group()).toList();
    Optional<String> none = days.stream().filter(it -> parse(it).isEmpty()).findFirst();
    if (none.isPresent()) {
      return Optional.of("There is no day " + none.get() + ". Correct it.");
    }
    if (days.size() == 2 && parse(days.get(0) + "/" + days.get(1)).isEmpty()) {
      String turned = days.get(1) + "/" + days.get(0);
      return Optional.of("'" + words + "' ends before it begins. Did you mean " + turned + "?");
    }
    return Optional.of(
        "'"
            + words
            + "' is not understood. Days are written year first, the first and the last day with"
            + " a / between, as in 2026-12-20/2027-01-03."
            + suggestion(words, days).map(it -> " Did you mean " + it + "?").orElse(""));
  }

  private static Optional<String> suggestion(String words, List<String> days) {
    List<String> found =
        days.isEmpty()
            ? BRITISH
                .matcher(words)
                .results()
                .map(it -> "%s-%2s-%2s".formatted(it.group(3), it.group(2), it.group(1)))
                .map(it -> it.replace(' ', '0'))
                .toList()
            : days;
    return Optional.of(String.join("/", found)).filter(it -> parse(it).isPresent());
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
