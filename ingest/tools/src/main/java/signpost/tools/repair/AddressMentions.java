package signpost.tools.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.tools.check.TextLinks;
import signpost.web.extract.HtmlTags;

/** Addresses that stand in text, with or without {@code https://}. */
final class AddressMentions {
  private static final int LONGEST = 4000;

  /** Words that show an address, from an offset of the text. */
  record AddressMention(int from, String words, LinkAnswer answer) {}

  private AddressMentions() {}

  /**
   * @param text may hold character references
   */
  static List<AddressMention> in(String text, AnswersByAddress answers) {
    List<AddressMention> found = new ArrayList<>();
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

  private static Optional<AddressMention> word(String raw, int offset, AnswersByAddress answers) {
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
    return answers.shownBy(words).map(answer -> new AddressMention(start, words, answer));
  }
}
