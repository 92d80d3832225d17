package signpost.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off what mail programs and web pages put around an address: a name and angle brackets,
 * {@code mailto:}, quotes, a comma or semicolon at the end, blanks and marks that nobody sees.
 */
final class PastedAddress {
  private static final Pattern BRACKETED = Pattern.compile("[^<>]*<([^<>]*)>");
  private static final String LINK = "mailto:";
  private static final List<String> PAIRS = List.of("\"\"", "''", "“”", "‘’", "()", "[]", "``");

  private static final int MOST = 2_000;

  private PastedAddress() {}

  static String unwrapped(String pasted) {
    if (pasted.length() > MOST) {
      return pasted;
    }
    String text = bare(pasted.replaceAll("\\p{Cf}", ""));
    Matcher bracketed = BRACKETED.matcher(text);
    String inner = bracketed.matches() ? bare(bracketed.group(1)) : text;
    return inner.regionMatches(true, 0, LINK, 0, LINK.length())
        ? bare(linked(inner.substring(LINK.length())))
        : inner;
  }

  /** RFC 6068: escapes stand for what a URL cannot hold; a subject and the like may follow. */
  private static String linked(String path) {
    String to = path.replaceFirst("\\?.*", "").replaceFirst("^/+", "");
    try {
      return URLDecoder.decode(to.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException _) {
      return to;
    }
  }

  private static String bare(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && endsNothing(text.charAt(to - 1))) {
      to--;
    }
    boolean paired = to - from > 1 && PAIRS.contains("" + text.charAt(from) + text.charAt(to - 1));
    return paired ? bare(text.substring(from + 1, to - 1)) : text.substring(from, to);
  }

  private static boolean endsNothing(char c) {
    return isBlank(c) || c == ',' || c == ';';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
