package signpost.tools.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.tools.check.MarkdownSpots.MarkdownSpot;
import signpost.web.extract.PageAnchors;

/**
 * Links of a Markdown file: inline, images, definitions, in angle brackets, bare, and in HTML. Code
 * holds none. Headings are fragments, named as GitHub names them.
 */
final class MarkdownLinks {
  private static final Pattern HEADING = Pattern.compile("(?d)^ {0,3}#{1,6}[ \\t]++(.*+)$");
  private static final Pattern GIVEN_ID = Pattern.compile("\\{#([^{}\\s]++)}\\s*+$");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]*+)]\\([^)]{0,1000}+\\)");
  private static final Pattern HTML = Pattern.compile("<[^<>]*+>");
  private static final Pattern CODE_SPAN = Pattern.compile("^\\s*`(?!``)");

  private final Set<String> names = new HashSet<>();
  private final Map<String, Integer> slugs = new HashMap<>();
  private String before = "";

  static FoundLinks in(String markdown) {
    var reader = new MarkdownLinks();
    String prose = MarkdownSpots.prose(markdown);
    int at = 0;
    for (String line : prose.split("\n", -1)) {
      String source = markdown.substring(at, at + line.length());
      boolean gone = line.isBlank() && !CODE_SPAN.matcher(source).find();
      reader.line(gone ? "" : source.stripTrailing());
      at += line.length() + 1;
    }
    PageAnchors anchors = PageAnchors.in(prose).and(reader.names);
    return new FoundLinks(Optional.empty(), links(markdown, prose), anchors);
  }

  private static List<FoundLink> links(String markdown, String prose) {
    LinePositions positions = LinePositions.in(markdown);
    return MarkdownSpots.in(prose).stream().map(spot -> link(spot, positions)).toList();
  }

  private static FoundLink link(MarkdownSpot spot, LinePositions positions) {
    String element =
        switch (spot.kind()) {
          case LINK -> "link";
          case IMAGE -> "image";
          case DEFINITION -> "definition";
          case ANGLES, BARE, WORDS -> "address";
          case HTML -> spot.element();
        };
    int line = positions.line(spot.from());
    return new FoundLink(spot.href(), line, positions.column(spot.from()), element, spot.words());
  }

  private void line(String source) {
    String stripped = source.strip();
    Matcher heading = HEADING.matcher(source);
    if (heading.matches()) {
      heading(unclosed(heading.group(1)));
    } else if (!before.isEmpty() && (stripped.matches("=+") || stripped.matches("-{2,}"))) {
      heading(before);
    }
    before = stripped;
  }

  /** Without the number signs that a heading may end with. */
  private static String unclosed(String heading) {
    int end = heading.length();
    while (end > 0 && heading.charAt(end - 1) == '#') {
      end--;
    }
    return heading.substring(0, end).stripTrailing();
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
    String words = HTML.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll("").strip();
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
}
