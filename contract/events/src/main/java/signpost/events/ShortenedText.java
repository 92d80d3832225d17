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
}
