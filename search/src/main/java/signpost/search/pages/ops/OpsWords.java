package signpost.search.pages.ops;

import java.util.Locale;
import java.util.OptionalDouble;
import signpost.record.meter.SignpostMeter;

/** Figures for people. */
public final class OpsWords {
  private static final double MEGA = 1 << 20;
  private static final double GIGA = 1 << 30;

  private OpsWords() {}

  /** 1,200; a dash where it is not known. */
  public static String number(OptionalDouble figure) {
    return figure.isPresent() ? String.format(Locale.UK, "%,.0f", figure.getAsDouble()) : "–";
  }

  /** 12 min; a dash where it is not known. */
  public static String length(OptionalDouble seconds) {
    return seconds.isPresent() ? OpsTroubles.length(seconds.getAsDouble()) : "–";
  }

  /** When something was visited last, as a sentence; only who knows its targets knows of none. */
  public static String lastVisit(OptionalDouble age, OptionalDouble targets) {
    return age.isEmpty() && targets.isPresent()
        ? "Nothing was visited yet."
        : "Last visit: %s.".formatted(age.isEmpty() ? "–" : length(age) + " ago");
  }

  /** 1.4 s ahead. */
  public static String clock(OptionalDouble seconds) {
    if (seconds.isEmpty()) {
      return "not compared yet";
    }
    double ahead = seconds.getAsDouble();
    return String.format(Locale.UK, "%.1f s %s", Math.abs(ahead), ahead < 0 ? "behind" : "ahead");
  }

  /** 42.0 of 100.0 GB. */
  public static String room(OpsPart part) {
    OptionalDouble free = part.figure(SignpostMeter.DATA_FREE);
    OptionalDouble size = part.figure(SignpostMeter.DATA_SIZE);
    return free.isPresent() && size.isPresent()
        ? String.format(
            Locale.UK, "%,.1f of %,.1f GB", free.getAsDouble() / GIGA, size.getAsDouble() / GIGA)
        : "–";
  }

  /** 3.4 MB; a dash where it is not known. */
  public static String size(OptionalDouble bytes) {
    return bytes.isPresent()
        ? String.format(Locale.UK, "%,.1f MB", bytes.getAsDouble() / MEGA)
        : "–";
  }
}
