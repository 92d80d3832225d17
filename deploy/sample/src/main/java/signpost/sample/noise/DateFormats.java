package signpost.sample.noise;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The ways in which pages write a day. */
public final class DateFormats {
  public static final DateTimeFormatter LONG = in("d MMMM uuuu", Locale.UK);
  public static final DateTimeFormatter AMERICAN = in("MMMM d, uuuu", Locale.US);
  public static final DateTimeFormatter SHORT = in("dd/MM/uuuu", Locale.UK);
  public static final DateTimeFormatter WELSH = in("d MMMM uuuu", Locale.of("cy"));

  private DateFormats() {}

  private static DateTimeFormatter in(String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale);
  }
}
