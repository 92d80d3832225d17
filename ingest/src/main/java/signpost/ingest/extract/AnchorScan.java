package signpost.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;

/** The places of a page that have a name, found without building its tree. */
final class AnchorScan {
  private static final int LONGEST = 2_000;

  private AnchorScan() {}

  static List<String> names(String html) {
    List<String> names = new ArrayList<>();
    for (int equals = html.indexOf('='); equals >= 0; equals = html.indexOf('=', equals + 1)) {
      int end = equals;
      while (end > 0 && blank(html.charAt(end - 1))) {
        end--;
      }
      if (attribute(html, end, "id") || attribute(html, end, "name")) {
        names.add(value(html, equals + 1));
      }
    }
    return names;
  }

  private static boolean attribute(String html, int end, String name) {
    int start = end - name.length();
    return start > 0
        && html.regionMatches(true, start, name, 0, name.length())
        && (blank(html.charAt(start - 1)) || "\"'/".indexOf(html.charAt(start - 1)) >= 0);
  }

  private static String value(String html, int from) {
    int start = from;
    while (start < html.length() && blank(html.charAt(start))) {
      start++;
    }
    if (start == html.length()) {
      return "";
    }
    char quote = html.charAt(start);
    boolean quoted = quote == '"' || quote == '\'';
    int most = Math.min(html.length(), start + LONGEST);
    int end = quoted ? html.indexOf(quote, start + 1, most) : start;
    while (!quoted && end < most && !blank(html.charAt(end)) && html.charAt(end) != '>') {
      end++;
    }
    String value = end < 0 ? "" : html.substring(quoted ? start + 1 : start, end);
    return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
