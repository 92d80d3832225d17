package signpost.tools.check;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks what of a Markdown file is code or comment; offsets and lines stay.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
 */
final class MarkdownProse {
  private static final Pattern QUOTED = Pattern.compile("^(?: {0,3}> ?){1,100}");
  private static final Pattern ITEM =
      Pattern.compile("^[ \\t]{0,20}(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]|$)[ \\t]{0,4}");
  private static final int TAB = 4;

  /** Nobody begins code with more ticks; so many lengths are looked for in each paragraph. */
  private static final int MOST_TICKS = 64;

  private final String source;
  private final StringBuilder prose;
  private final Map<Integer, Integer> unclosed = new HashMap<>();
  private String fence = "";
  private boolean mayBeCode = true;
  private boolean commentsClose = true;
  private int list;
  private int paragraph;
  private int at;

  private MarkdownProse(String source) {
    this.source = source;
    this.prose = new StringBuilder(source);
  }

  static String of(String markdown) {
    var reader = new MarkdownProse(markdown);
    reader.run();
    return reader.prose.toString();
  }

  private void run() {
    while (at < source.length()) {
      int end = source.indexOf('\n', at);
      end = end < 0 ? source.length() : end;
      boolean begins = at == 0 || source.charAt(at - 1) == '\n';
      if (begins && code(source.substring(at, end))) {
        MarkdownSpots.blank(prose, at, end);
        at = end + 1;
      } else {
        inline(end);
      }
    }
  }

  private boolean code(String line) {
    String bare = QUOTED.matcher(line).replaceFirst("");
    String stripped = bare.strip();
    if (!fence.isEmpty()) {
      boolean closes =
          stripped.startsWith(fence) && stripped.replace(fence.substring(0, 1), "").isEmpty();
      fence = closes ? "" : fence;
      return true;
    }
    Matcher item = ITEM.matcher(bare);
    String opened = fence(item.find() ? bare.substring(item.end()).strip() : stripped);
    if (!opened.isEmpty()) {
      fence = opened;
      mayBeCode = true;
      return true;
    }
    return indented(bare, stripped);
  }

  private static String fence(String line) {
    if (!line.startsWith("```") && !line.startsWith("~~~")) {
      return "";
    }
    char c = line.charAt(0);
    int n = 0;
    while (n < line.length() && line.charAt(n) == c) {
      n++;
    }
    boolean span = c == '`' && line.indexOf('`', n) >= 0;
    return span ? "" : line.substring(0, n);
  }

  /** Four blanks more than the list item or page they stand in, and not within a paragraph. */
  private boolean indented(String line, String stripped) {
    if (stripped.isEmpty()) {
      mayBeCode = true;
      return false;
    }
    int indent = indent(line);
    if (mayBeCode && indent >= list + TAB) {
      return true;
    }
    Matcher item = ITEM.matcher(line);
    if (item.find()) {
      list = Math.max(2, indent(line.substring(0, item.end()).replaceAll("[^ \\t]", " ")));
    } else if (mayBeCode) {
      list = Math.min(list, indent);
    }
    mayBeCode = stripped.startsWith("#");
    return false;
  }

  private static int indent(String line) {
    int indent = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != ' ' && c != '\t') {
        break;
      }
      indent += c == ' ' ? 1 : TAB - indent % TAB;
    }
    return indent;
  }

  /** Up to a line's end, or to where code or a comment that runs over it ends. */
  private void inline(int end) {
    while (at < end) {
      char c = source.charAt(at);
      if (c == '\\') {
        at += 2;
      } else if (c == '`') {
        ticks();
      } else if (c == '<' && source.startsWith("<!--", at)) {
        comment();
      } else {
        at++;
      }
    }
    if (at == end) {
      at++;
    }
  }

  private void ticks() {
    int n = run(at);
    int close = n > MOST_TICKS ? -1 : closing(at + n, n);
    if (close >= 0) {
      MarkdownSpots.blank(prose, at, close + n);
    }
    at = close < 0 ? at + n : close + n;
  }

  private int closing(int from, int ticks) {
    int end = paragraphEnd();
    if (unclosed.getOrDefault(ticks, -1) == end) {
      return -1;
    }
    int i = source.indexOf('`', from);
    while (i >= 0 && i < end) {
      int n = run(i);
      if (n == ticks) {
        return i;
      }
      i = source.indexOf('`', i + n);
    }
    unclosed.put(ticks, end);
    return -1;
  }

  private int run(int from) {
    int n = from;
    while (n < source.length() && source.charAt(n) == '`') {
      n++;
    }
    return n - from;
  }

  private int paragraphEnd() {
    int end = Math.max(paragraph, at);
    if (paragraph > at) {
      return paragraph;
    }
    for (end = source.indexOf('\n', end); end >= 0; end = source.indexOf('\n', end + 1)) {
      int next = end + 1;
      while (next < source.length() && " \t\r".indexOf(source.charAt(next)) >= 0) {
        next++;
      }
      if (next >= source.length() || source.charAt(next) == '\n') {
        break;
      }
    }
    paragraph = end < 0 ? source.length() : end;
    return paragraph;
  }

  private void comment() {
    int close = commentsClose ? source.indexOf("-->", at + 4) : -1;
    commentsClose = close >= 0;
    if (close < 0 && !beginsLine()) {
      at += 4;
      return;
    }
    int end = close < 0 ? source.length() : close + 3;
    MarkdownSpots.blank(prose, at, end);
    at = end;
  }

  private boolean beginsLine() {
    int before = at - 1;
    while (before >= 0 && source.charAt(before) != '\n') {
      if (!Character.isWhitespace(source.charAt(before))) {
        return false;
      }
      before--;
    }
    return true;
  }
}
