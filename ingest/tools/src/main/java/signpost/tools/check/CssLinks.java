package signpost.tools.check;

import java.util.ArrayList;
import java.util.List;

/** The {@code url()} and {@code @import} of a stylesheet, comments left out. */
final class CssLinks {
  private final String css;
  private final LinePositions positions;
  private final List<FoundLink> links = new ArrayList<>();

  private CssLinks(String css, LinePositions positions) {
    this.css = css;
    this.positions = positions;
  }

  static List<FoundLink> in(String css, LinePositions positions) {
    var reader = new CssLinks(css, positions);
    reader.read();
    return reader.links;
  }

  private void read() {
    int i = 0;
    while (i < css.length()) {
      char c = css.charAt(i);
      if (css.startsWith("/*", i)) {
        int end = css.indexOf("*/", i + 2);
        i = end < 0 ? css.length() : end + 2;
      } else if (c == '"' || c == '\'') {
        i = closing(i) + 1;
      } else if ((c == 'u' || c == 'U') && css.regionMatches(true, i, "url(", 0, 4)) {
        i = url(i + 4, "url()");
      } else if (c == '@' && css.regionMatches(true, i, "@import", 0, 7)) {
        i = imported(blanks(i + 7));
      } else {
        i++;
      }
    }
  }

  private int imported(int at) {
    if (css.regionMatches(true, at, "url(", 0, 4)) {
      return url(at + 4, "@import");
    }
    if (at < css.length() && (css.charAt(at) == '"' || css.charAt(at) == '\'')) {
      int end = closing(at);
      add(css.substring(at + 1, end), at + 1, "@import");
      return end + 1;
    }
    return at;
  }

  private int url(int from, String element) {
    int at = blanks(from);
    if (at < css.length() && (css.charAt(at) == '"' || css.charAt(at) == '\'')) {
      int end = closing(at);
      add(css.substring(at + 1, end), at + 1, element);
      int close = css.indexOf(')', end);
      return close < 0 ? css.length() : close + 1;
    }
    int close = css.indexOf(')', at);
    int end = close < 0 ? css.length() : close;
    add(css.substring(at, end).strip(), at, element);
    return Math.min(end + 1, css.length());
  }

  private int blanks(int at) {
    int i = at;
    while (i < css.length() && Character.isWhitespace(css.charAt(i))) {
      i++;
    }
    return i;
  }

  private int closing(int quote) {
    for (int i = quote + 1; i < css.length(); i++) {
      if (css.charAt(i) == '\\') {
        i++;
      } else if (css.charAt(i) == css.charAt(quote) || css.charAt(i) == '\n') {
        return i;
      }
    }
    return css.length();
  }

  private void add(String href, int at, String element) {
    if (!href.isBlank() && !href.startsWith("#")) {
      links.add(new FoundLink(href, positions.line(at), positions.column(at), element, ""));
    }
  }
}
