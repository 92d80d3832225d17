package signpost.tools.repair;

import java.util.regex.Pattern;

/** What files say may hold anything; a terminal must not obey it. */
final class PlainOutput {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2028\\u2029]+");
  private static final Pattern ORDERS =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]");

  private PlainOutput() {}

  /** One line of at most so many characters. */
  static String line(CharSequence text, int most) {
    CharSequence start = text.length() > most * 4 ? text.subSequence(0, most * 4) : text;
    String folded = BLANKS.matcher(start).replaceAll(" ").strip();
    String line = ORDERS.matcher(folded).replaceAll("");
    if (line.length() <= most) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
    return line.substring(0, end) + "…";
  }
}
