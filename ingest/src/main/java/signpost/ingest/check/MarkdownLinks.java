package signpost.ingest.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.ingest.extract.Anchors;

/**
 * Links of a Markdown file: inline, images, definitions, in angle brackets, bare, and in HTML. Code
 * holds none. Headings are fragments, named as GitHub names them.
 */
final class MarkdownLinks {
  private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}[ \\t]+(.*?)[ \\t]*#*$");
  private static final Pattern GIVEN_ID = Pattern.compile("\\{#([^}\\s]+)}\\s*$");
  private static final Pattern DEFINITION =
      Pattern.compile("^ {0,3}\\[([^\\]^]{1,300})]:[ \\t]*<?([^\\s>]+)>?");
  private static final Pattern HTML_LINK =
      Pattern.compile("(?i)<(\\w+)\\b[^>]{0,500}?\\b(?:href|src)\\s*=\\s*[\"']([^\"']+)[\"']");
  private static final Pattern HTML_NAME =
      Pattern.compile("(?i)\\b(?:id|name)\\s*=\\s*[\"']([^\"']+)[\"']");

  private final List<Link> links = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, Integer> slugs = new HashMap<>();
  private String fence = "";
  private String before = "";
  private String source = "";
  private int line;

  static Found in(String markdown) {
    var reader = new MarkdownLinks();
    for (String line : markdown.split("\n", -1)) {
      reader.line++;
      reader.line(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
    return new Found(java.util.Optional.empty(), reader.links, Anchors.of(reader.names));
  }

  private void line(String raw) {
    source = raw;
    String stripped = raw.strip();
    if (!fence.isEmpty()) {
      fence =
          stripped.startsWith(fence) && stripped.replace(fence.substring(0, 1), "").isEmpty()
              ? ""
              : fence;
      return;
    }
    if (stripped.startsWith("```") || stripped.startsWith("~~~")) {
      char c = stripped.charAt(0);
      int n = 0;
      while (n < stripped.length() && stripped.charAt(n) == c) {
        n++;
      }
      fence = String.valueOf(c).repeat(n);
      return;
    }
    headings(raw, stripped);
    before = stripped;
    StringBuilder text = withoutCode(raw);
    html(text);
    Matcher definition = DEFINITION.matcher(text);
    if (definition.find()) {
      add(definition.group(2), definition.start(2), "definition", definition.group(1));
      return;
    }
    inline(text);
    bare(text.toString());
  }

  private void headings(String raw, String stripped) {
    Matcher heading = HEADING.matcher(raw);
    if (heading.matches()) {
      heading(heading.group(1));
    } else if (!before.isEmpty() && (stripped.matches("=+") || stripped.matches("-{2,}"))) {
      heading(before);
    }
  }

  private void heading(String text) {
    Matcher given = GIVEN_ID.matcher(text);
    if (given.find()) {
      names.add(given.group(1));
      return;
    }
    String slug = slug(text);
    int n = slugs.merge(slug, 1, Integer::sum) - 1;
    names.add(n == 0 ? slug : slug + "-" + n);
  }

  private static String slug(String text) {
    String words =
        text.replaceAll("!?\\[([^\\]]*)]\\([^)]*\\)", "$1").replaceAll("<[^>]*>", "").strip();
    var slug = new StringBuilder();
    for (char c : words.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
        slug.append(c);
      } else if (c == ' ') {
        slug.append('-');
      }
    }
    return slug.toString();
  }

  /** Code spans blanked, so that columns stay. */
  private static StringBuilder withoutCode(String line) {
    var text = new StringBuilder(line);
    for (int i = line.indexOf('`'); i >= 0; ) {
      int n = i;
      while (n < line.length() && line.charAt(n) == '`') {
        n++;
      }
      String ticks = line.substring(i, n);
      int end = line.indexOf(ticks, n);
      if (end < 0) {
        i = line.indexOf('`', n);
      } else {
        blank(text, i, end + ticks.length());
        i = line.indexOf('`', end + ticks.length());
      }
    }
    return text;
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int k = from; k < to; k++) {
      text.setCharAt(k, ' ');
    }
  }

  private void html(StringBuilder text) {
    Matcher name = HTML_NAME.matcher(text);
    while (text.indexOf("<") >= 0 && name.find()) {
      names.add(name.group(1));
    }
    Matcher link = HTML_LINK.matcher(text.toString());
    while (link.find()) {
      add(link.group(2), link.start(2), link.group(1).toLowerCase(Locale.ROOT), "");
      blank(text, link.start(), link.end());
    }
  }

  /** {@code [text](url "title")}, brackets within brackets and within the address counted. */
  private void inline(StringBuilder text) {
    for (int at = text.indexOf("]("); at >= 0; at = text.indexOf("](", at + 1)) {
      int open = opening(text, at);
      int from = at + 2;
      while (from < text.length() && text.charAt(from) == ' ') {
        from++;
      }
      boolean angled = from < text.length() && text.charAt(from) == '<';
      int end = angled ? text.indexOf(">", from) : closing(text, from);
      if (open < 0 || end < 0) {
        continue;
      }
      int start = angled ? from + 1 : from;
      boolean image = open > 0 && text.charAt(open - 1) == '!';
      String words = text.substring(open + 1, at);
      if (end > start) {
        add(text.substring(start, end), start, image ? "image" : "link", words);
        blank(text, start, end);
      }
    }
  }

  private static int opening(CharSequence text, int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      depth += text.charAt(i) == ']' ? 1 : text.charAt(i) == '[' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int closing(CharSequence text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || (c == ')' && depth == 0)) {
        return i;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return -1;
  }

  private void bare(String text) {
    for (int at = TextLinks.next(text, 0); at >= 0; ) {
      int end = TextLinks.end(text, at);
      add(text.substring(at, end), at, "address", "");
      at = TextLinks.next(text, Math.max(end, at + 1));
    }
    for (int at = text.indexOf("<mailto:"); at >= 0; at = text.indexOf("<mailto:", at + 1)) {
      int end = text.indexOf('>', at);
      if (end > at) {
        add(text.substring(at + 1, end), at + 1, "address", "");
      }
    }
  }

  private void add(String href, int at, String element, String text) {
    int column = source.codePointCount(0, Math.min(at, source.length())) + 1;
    links.add(new Link(href.replace("\\", ""), line, column, element, text));
  }
}
