package signpost.bench.noise;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The ways in which pages write a day. */
final class Dates {
  static final DateTimeFormatter LONG = in("d MMMM uuuu", Locale.UK);
  static final DateTimeFormatter AMERICAN = in("MMMM d, uuuu", Locale.US);
  static final DateTimeFormatter SHORT = in("dd/MM/uuuu", Locale.UK);
  static final DateTimeFormatter WELSH = in("d MMMM uuuu", Locale.of("cy"));

  private Dates() {}

  private static DateTimeFormatter in(String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale);
  }
}
