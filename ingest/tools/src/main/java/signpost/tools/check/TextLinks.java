package signpost.tools.check;

import java.util.ArrayList;
import java.util.List;

/** The http and https addresses that stand in plain text. */
public final class TextLinks {
  private TextLinks() {}

  static List<FoundLink> in(String text) {
    List<FoundLink> links = new ArrayList<>();
    LinePositions positions = LinePositions.in(text);
    int from = 0;
    for (int at = next(text, from); at >= 0; at = next(text, from)) {
      int end = end(text, at);
      links.add(
          new FoundLink(
              text.substring(at, end), positions.line(at), positions.column(at), "text", ""));
      from = Math.max(end, at + 1);
    }
    return links;
  }

  /** Where the next address begins, or −1. */
  public static int next(String text, int from) {
    for (int at = text.indexOf("http", from); at >= 0; at = text.indexOf("http", at + 4)) {
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      if (begins && (text.startsWith("http://", at) || text.startsWith("https://", at))) {
        return at;
      }
    }
    return -1;
  }

  /** Punctuation at the end belongs to the sentence, and a bracket that closes none to its like. */
  public static int end(String text, int from) {
    int end = from;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && "<>\"`|\\^{}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    int round = surplus(text, from, end, '(', ')');
    int square = surplus(text, from, end, '[', ']');
    while (end > from) {
      char last = text.charAt(end - 1);
      boolean unopened = (last == ')' && round-- > 0) || (last == ']' && square-- > 0);
      if (".,;:!?'*_~".indexOf(last) < 0 && !unopened) {
        break;
      }
      end--;
    }
    return end;
  }

  /** How many more brackets are closed than opened. */
  private static int surplus(String text, int from, int to, char opens, char closes) {
    int surplus = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      surplus += c == closes ? 1 : c == opens ? -1 : 0;
    }
    return surplus;
  }
}
