package signpost.search.index;

import signpost.events.ShortenedText;

/**
 * The words of pages and guides as any face of ours may show them: nothing in them can turn the
 * words around them, break the form they are sent in, or be endless. Escaping is the form's own.
 */
public final class StrangersText {
  private static final int MAX = 2_000;

  /** More marks upon one letter than any script has. */
  private static final int MAX_MARKS = 5;

  private StrangersText() {}

  /** All of the words, without characters that are none. Lines stay lines. */
  public static String whole(String words) {
    StringBuilder clean = new StringBuilder(words.length());
    int marks = 0;
    for (int i = 0, at; i < words.length(); i += Character.charCount(at)) {
      at = words.codePointAt(i);
      marks = isMark(at) ? marks + 1 : 0;
      if (Character.isISOControl(at) && at != '\n') {
        clean.append(' ');
      } else if (isText(at) && marks <= MAX_MARKS) {
        clean.appendCodePoint(at);
      }
    }
    return clean.toString();
  }

  /** The words, as many as anybody reads in one place. */
  public static String of(String words) {
    String clean = whole(words);
    return clean.length() > MAX ? ShortenedText.to(MAX, clean) + "…" : clean;
  }

  /** One line of at most so many characters, cut at a word. */
  public static String brief(String words, int most) {
    String clean = of(words).replace('\n', ' ').strip();
    if (clean.length() <= most) {
      return clean;
    }
    int space = clean.lastIndexOf(' ', most);
    return (space > most / 2 ? clean.substring(0, space) : ShortenedText.to(most, clean)) + "…";
  }

  private static boolean isMark(int at) {
    int type = Character.getType(at);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /**
   * Not half a pair, not one of Unicode's non-characters, no order to turn the direction, and none
   * of the tags and selectors beyond, in which words are hidden that no person sees and machines
   * read.
   */
  private static boolean isText(int at) {
    boolean hides = at >= 0xE0000 && at <= 0xE0FFF;
    boolean turns = (at >= 0x202A && at <= 0x202E) || (at >= 0x2066 && at <= 0x2069);
    boolean none = (at & 0xFFFE) == 0xFFFE || (at >= 0xFDD0 && at <= 0xFDEF);
    return !turns && !hides && !none && Character.getType(at) != Character.SURROGATE;
  }
}
