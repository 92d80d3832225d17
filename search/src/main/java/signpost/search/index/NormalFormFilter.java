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
 * marks of direction may stand anywhere.
 */
final class NormalFormFilter extends TokenFilter {
  private static final char SOFT_HYPHEN = '\u00AD';

  /** The first accent that is a character of its own; before it only the soft hyphen is unseen. */
  private static final char FIRST_MARK = '\u0300';

  /** A space of no width parts words: it stays, though no tokenizer should leave it here. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\\u200B]]+");

  private static final Pattern MARKS_LEFT = Pattern.compile("[\\u0300-\\u036F]+");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  NormalFormFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (isUnusual()) {
      String normal = of(term.toString());
      term.setEmpty().append(MARKS_LEFT.matcher(normal).replaceAll(""));
    }
    return true;
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
}
