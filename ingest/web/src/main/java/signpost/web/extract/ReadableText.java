package signpost.web.extract;

import java.text.Normalizer;

/** Text as it is read: white space folded, signs that say nothing gone, composed form. */
final class ReadableText {
  private ReadableText() {}

  /** One line without leading, trailing or repeated white space, controls and zero-width marks. */
  static String oneLine(CharSequence raw) {
    return isPlainLine(raw) ? raw.toString() : folded(raw);
  }

  /** Whether it is one already, of letters that have no second form. */
  private static boolean isPlainLine(CharSequence raw) {
    char before = ' ';
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return raw.isEmpty() || before != ' ';
  }

  private static String folded(CharSequence raw) {
    StringBuilder line = new StringBuilder(raw.length());
    boolean gap = false;
    boolean ascii = true;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (isSpace(c)) {
        gap = true;
      } else if (!isInvisible(c)) {
        if (gap && !line.isEmpty()) {
          line.append(' ');
        }
        gap = false;
        ascii &= c < 128;
        line.append(c);
      }
    }
    return ascii ? line.toString() : Normalizer.normalize(line, Normalizer.Form.NFC);
  }

  /** Whether nothing would be read of it. */
  static boolean saysNothing(CharSequence raw) {
    return raw.chars().allMatch(c -> isSpace((char) c) || isInvisible((char) c));
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\u00a0' || (c >= '\t' && c <= '\r') || (c > 127 && isWideSpace(c));
  }

  private static boolean isWideSpace(char c) {
    return c == '\u0085'
        || c == '\u1680'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202f'
        || c == '\u205f'
        || c == '\u3000';
  }

  private static boolean isInvisible(char c) {
    return c < ' '
        || c == '\u007f'
        || c == '\u00ad'
        || c == '\u200b'
        || c == '\u200c'
        || c == '\u2060'
        || c == '\ufeff'
        || isIcon(c)
        || (c >= '\u0080' && c < '\u00a0');
  }

  /** A character for private use: on pages, a picture that some font holds in its place. */
  private static boolean isIcon(char c) {
    return c >= '\ue000' && c <= '\uf8ff';
  }

  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most).stripTrailing() + "…";
  }
}
