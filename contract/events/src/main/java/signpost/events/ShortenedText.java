package signpost.events;

/** The beginning of a text. */
public final class ShortenedText {
  private ShortenedText() {}

  /** At most so many UTF-16 units; never ends between the halves of a surrogate pair. */
  public static String to(int most, String text) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  /** The same on one line and without what no eye sees, for the log. */
  public static String line(int most, String text) {
    String line = to(most, text).replaceAll("[\\p{Cntrl}\\p{Cf}]", "·");
    return text.length() > most ? line + "…" : line;
  }
}
