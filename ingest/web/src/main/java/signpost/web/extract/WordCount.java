package signpost.web.extract;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How many words a text has; where a script puts no spaces between them, by its letters. */
final class WordCount {
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);

  /** A word of Chinese or Japanese has about two letters, one of Thai four. */
  private static final int LETTERS = 2;

  private WordCount() {}

  static int of(String text) {
    int words = 0;
    int unspaced = 0;
    boolean within = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int letter = text.codePointAt(i);
      if (!isLetter(letter)) {
        within = false;
      } else if (letter > 0xDFF && WITHOUT_SPACES.contains(UnicodeScript.of(letter))) {
        unspaced++;
        within = false;
      } else {
        words += within ? 0 : 1;
        within = true;
      }
    }
    return words + (unspaced + LETTERS - 1) / LETTERS;
  }

  /** Marks and apostrophes stand within words. */
  private static boolean isLetter(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK
        || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK
        || codePoint == '\''
        || codePoint == '’';
  }
}
