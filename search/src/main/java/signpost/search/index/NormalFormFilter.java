package signpost.search.index;

import java.io.IOException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words in Unicode's composed form (NFC), without what nobody sees: an accent may stand behind its
 * letter as a character of its own, as in names of files and in PDFs, and soft hyphens, joiners and
 * marks of direction may stand anywhere. What has neither letters nor digits, as a picture between
 * words, is no word.
 */
final class NormalFormFilter extends TokenFilter {
  private static final char SOFT_HYPHEN = '\u00AD';

  /** The first accent that is a character of its own; before it only the soft hyphen is unseen. */
  private static final char FIRST_MARK = '\u0300';

  /** A space of no width among them, as where pages are read. */
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

  /** Accents on what takes none, frames, and how a sign is to be drawn. */
  private static final Pattern MARKS_LEFT =
      Pattern.compile("[\\u0300-\\u036F\\u20D0-\\u20FF\\uFE00-\\uFE0F]+");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  NormalFormFilter(TokenStream words) {
    super(words);
  }

  /** What is no word leaves no gap between those beside it. */
  @Override
  public boolean incrementToken() throws IOException {
    while (input.incrementToken()) {
      if (isUnusual()) {
        String normal = of(term.toString());
        term.setEmpty().append(MARKS_LEFT.matcher(normal).replaceAll(""));
      }
      if (isWord()) {
        return true;
      }
    }
    return false;
  }

  /** A text so, but for accents on what takes none, which stay. */
  static String of(String text) {
    return Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Normalizer.Form.NFC);
  }

  private boolean isUnusual() {
    char[] letters = term.buffer();
    for (int i = 0; i < term.length(); i++) {
      if (letters[i] >= FIRST_MARK || letters[i] == SOFT_HYPHEN) {
        return true;
      }
    }
    return false;
  }

  /** Signs that stand for a letter or a number, such as Ⓐ and Ⅷ, count as those. */
  private boolean isWord() {
    int at = 0;
    while (at < term.length()) {
      int sign = Character.codePointAt(term.buffer(), at, term.length());
      if (Character.isAlphabetic(sign) || Character.isDigit(sign)) {
        return true;
      }
      at += Character.charCount(sign);
    }
    return false;
  }
}
