package signpost.tools.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.tools.check.TextLinks;
import signpost.web.extract.HtmlTags;

/** Addresses that stand in text, with or without {@code https://}. */
final class Mentions {
  private static final int LONGEST = 4000;

  /** Words that show an address, from an offset of the text. */
  record Mention(int from, String words, Answer answer) {}

  private Mentions() {}

  /**
   * @param text may hold character references
   */
  static List<Mention> in(String text, Answers answers) {
    List<Mention> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      boolean dotted = false;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        dotted |= text.charAt(end) == '.';
        end++;
      }
      if (dotted && end - at <= LONGEST) {
        word(text.substring(at, end), at, answers).ifPresent(found::add);
      }
      at = end + 1;
    }
    return found;
  }

  private static Optional<Mention> word(String raw, int offset, Answers answers) {
    String word = HtmlTags.unescaped(raw, false);
    int from = TextLinks.next(word, 0);
    int end = from < 0 ? 0 : TextLinks.end(word, from);
    if (from < 0) {
      from = 0;
      while (from < word.length() && !Character.isLetterOrDigit(word.charAt(from))) {
        from++;
      }
      end = from;
      while (end < word.length() && "]<>\"|\\^{}”’»".indexOf(word.charAt(end)) < 0) {
        end++;
      }
      while (end > from && ".,;:!?'*_~)".indexOf(word.charAt(end - 1)) >= 0) {
        end--;
      }
    }
    String words = word.substring(from, end);
    int start = offset + Math.min(from, raw.length());
    return answers.shownBy(words).map(answer -> new Mention(start, words, answer));
  }
}
