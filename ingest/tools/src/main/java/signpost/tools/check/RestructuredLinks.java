package signpost.tools.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links of a reStructuredText file: references with an address, targets, images, files that are
 * included, and bare addresses; literals, code and comments hold none. A page that is only built
 * later ({@code .html} beside the sources) is left out, and so are the roles of Sphinx, which names
 * pages in a way of its own. Its places are not known.
 *
 * @see <a href="https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html">The
 *     language</a>
 */
final class RestructuredLinks {
  private static final Pattern LITERAL = Pattern.compile("``.{1,1000}?``");
  private static final Pattern ROLE = Pattern.compile(":[\\w:+.-]{1,60}:`[^`\\n]{1,1000}`");
  private static final Pattern REFERENCE =
      Pattern.compile("`([^`<]{0,1000})<([^<>`]{1,4000})>`__?");
  private static final Pattern TARGET =
      Pattern.compile(
          "\\s*(?:\\.\\. _(?:`[^`]{1,500}`|(?:[^:\\\\]|\\\\.){1,500}):|__)[ \\t]+(\\S+)");
  private static final Pattern FILE =
      Pattern.compile(
          "\\s*(?:\\.\\. (?:\\|[^|]{1,200}\\| )?(image|figure|include|literalinclude)::|:(target):)"
              + "[ \\t]+(\\S+)");
  private static final Pattern DIRECTIVE =
      Pattern.compile("\\s*\\.\\. (?:\\|[^|]{1,200}\\| )?([\\w:+.-]{1,60})::(?:\\s.*)?");
  private static final Pattern VERBATIM =
      Pattern.compile(
          "code|code-block|sourcecode|highlight|raw|math|parsed-literal|doctest|prompt");

  /** A comment, or what Sphinx alone reads. */
  private static final Pattern COMMENT = Pattern.compile("\\s*\\.\\.(?:\\s+(?![_|\\[]).*)?");

  private final LinePositions positions;
  private final List<FoundLink> links = new ArrayList<>();

  /** How far a block is indented whose words are not read; −1 outside. */
  private int verbatim = -1;

  private RestructuredLinks(LinePositions positions) {
    this.positions = positions;
  }

  static FoundLinks in(String text) {
    var reader = new RestructuredLinks(LinePositions.in(text));
    int at = 0;
    for (String line : text.split("\n", -1)) {
      reader.line(line.stripTrailing(), at);
      at += line.length() + 1;
    }
    return FoundLinks.of(reader.links);
  }

  private void line(String line, int at) {
    if (line.isBlank()) {
      return;
    }
    int indent = line.length() - line.stripLeading().length();
    if (verbatim >= 0 && indent > verbatim) {
      return;
    }
    verbatim = beginsVerbatim(line) ? indent : -1;
    Matcher file = FILE.matcher(line);
    Matcher target = TARGET.matcher(line);
    if (file.matches()) {
      String element = file.group(1) == null ? "target" : file.group(1);
      add(file.group(3), at + file.start(3), element, "");
    } else if (target.matches()) {
      add(target.group(1), at + target.start(1), "target", "");
    } else if (!COMMENT.matcher(line).matches() || DIRECTIVE.matcher(line).matches()) {
      prose(line, at);
    }
  }

  private static boolean beginsVerbatim(String line) {
    Matcher directive = DIRECTIVE.matcher(line);
    if (directive.matches()) {
      return VERBATIM.matcher(directive.group(1)).matches();
    }
    boolean comment = COMMENT.matcher(line).matches() && !FILE.matcher(line).matches();
    return comment || line.endsWith("::");
  }

  private void prose(String line, int at) {
    String bare = blanked(ROLE, blanked(LITERAL, line));
    Matcher reference = REFERENCE.matcher(bare);
    while (reference.find()) {
      add(reference.group(2).strip(), at + reference.start(2), "link", reference.group(1));
    }
    String rest = blanked(REFERENCE, bare);
    for (int from = TextLinks.next(rest, 0); from >= 0; ) {
      int end = TextLinks.end(rest, from);
      add(rest.substring(from, end), at + from, "address", "");
      from = TextLinks.next(rest, Math.max(end, from + 1));
    }
  }

  private static String blanked(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(it -> " ".repeat(it.group().length()));
  }

  /** A name with an underscore at its end is that of another target. */
  private void add(String href, int at, String element, String words) {
    if (!href.endsWith("_") && !AsciiDocLinks.isBuilt(href)) {
      links.add(new FoundLink(href, positions.line(at), positions.column(at), element, words));
    }
  }
}
