package signpost.notifier.message;

/** Strangers' words made safe for a line of a mail. */
final class CleanText {
  private static final char ISOLATE = '\u2068';
  private static final char END = '\u2069';

  private CleanText() {}

  /** One line without control characters, at most so many characters. */
  static String line(String text, int most) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), most));
    text.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
        .filter(c -> !isInvisible(c))
        .forEach(out::appendCodePoint);
    String line = out.toString().strip().replaceAll(" {2,}", " ");
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  /** As a line, but room at its ends stays room: what it stands among follows close on it. */
  static String within(String text, int most) {
    String line = line(text, most);
    if (line.isEmpty()) {
      return text.isEmpty() ? "" : " ";
    }
    String before = Character.isWhitespace(text.charAt(0)) ? " " : "";
    return Character.isWhitespace(text.charAt(text.length() - 1))
        ? before + line + " "
        : before + line;
  }

  /** Kept from turning the rest of the line round when it is written right to left. */
  static String isolated(String line) {
    return line.codePoints().anyMatch(CleanText::isRightToLeft) ? ISOLATE + line + END : line;
  }

  private static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** Format characters steer the text round them (bidi overrides, zero width) and mean nothing. */
  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
