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
  private static final Pattern LITERAL = Pattern.compile("``[^`].{0,1000}?``", Pattern.DOTALL);
  private static final Pattern ROLE = Pattern.compile(":[\\w:+.-]{1,60}:`[^`]{1,1000}`");
  private static final Pattern REFERENCE =
      Pattern.compile("`([^`<]{0,1000})<([^<>`]{1,4000})>`__?");
  private static final String MARK = "[ \\t]*\\.\\.[ \\t]++";
  private static final Pattern TARGET =
      Pattern.compile(
          "(?:" + MARK + "_(?:`[^`]{1,500}`|(?:[^:\\\\]|\\\\.){1,500}):|[ \\t]*__)[ \\t]+(\\S+)");
  private static final Pattern FILE =
      Pattern.compile(
          "(?:"
              + MARK
              + "(?:\\|[^|]{1,200}\\| )?(image|figure|include|literalinclude)::|[ \\t]*:(target):)"
              + "[ \\t]+(\\S+)");
  private static final Pattern DIRECTIVE =
      Pattern.compile(MARK + "(?:\\|[^|]{1,200}\\| )?([\\w:+.-]{1,60})::(?:\\s.*)?");
  private static final Pattern VERBATIM =
      Pattern.compile(
          "code|code-block|sourcecode|highlight|raw|math|parsed-literal|doctest|prompt|code-tab"
              + "|test(?:code|setup|cleanup|output)|ipython|productionlist|graphviz|digraph|graph"
              + "|uml|plantuml|mermaid|tabularcolumns");

  /** A comment, or what Sphinx alone reads. */
  private static final Pattern COMMENT = Pattern.compile("[ \\t]*\\.\\.(?:[ \\t]++(?![_|\\[]).*)?");

  private static final int TAB = 8;

  private final String[] lines;
  private final LinePositions positions;
  private final List<FoundLink> links = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private int paragraphAt;
  private boolean example;

  /** How far a block is indented whose words are not read; −1 outside. */
  private int verbatim = -1;

  private RestructuredLinks(String text) {
    this.lines = text.split("\n", -1);
    this.positions = LinePositions.in(text);
  }

  static FoundLinks in(String text) {
    var reader = new RestructuredLinks(text);
    int at = 0;
    for (int i = 0; i < reader.lines.length; i++) {
      reader.line(i, at);
      at += reader.lines[i].length() + 1;
    }
    reader.prose();
    return FoundLinks.of(reader.links);
  }

  private void line(int number, int at) {
    String line = lines[number].stripTrailing();
    if (line.isBlank()) {
      example = false;
      prose();
      return;
    }
    int indent = indent(line);
    example |= line.strip().startsWith(">>> ");
    if (example || (verbatim >= 0 && indent > verbatim)) {
      prose();
      return;
    }
    verbatim = beginsVerbatim(number, line) ? indent : -1;
    Matcher file = FILE.matcher(line);
    Matcher target = TARGET.matcher(line);
    if (file.matches()) {
      String element = file.group(1) == null ? "target" : file.group(1);
      add(file.group(3), at + file.start(3), element, "");
    } else if (target.matches()) {
      add(target.group(1) + continued(number, indent), at + target.start(1), "target", "");
    } else if (!COMMENT.matcher(line).matches() || DIRECTIVE.matcher(line).matches()) {
      paragraph(line, at);
    }
  }

  private static int indent(String line) {
    int indent = 0;
    for (int i = 0; i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t'); i++) {
      indent += line.charAt(i) == ' ' ? 1 : TAB - indent % TAB;
    }
    return indent;
  }

  /** An address goes on in lines that are indented more; they are read again as nothing. */
  private String continued(int number, int indent) {
    var more = new StringBuilder();
    for (int i = number + 1; i < lines.length; i++) {
      String next = lines[i].stripTrailing();
      if (next.isBlank() || indent(next) <= indent) {
        break;
      }
      more.append(next.strip());
    }
    verbatim = more.isEmpty() ? verbatim : indent;
    return more.toString();
  }

  private boolean beginsVerbatim(int number, String line) {
    Matcher directive = DIRECTIVE.matcher(line);
    if (directive.matches()) {
      return VERBATIM.matcher(directive.group(1)).matches();
    }
    boolean comment = COMMENT.matcher(line).matches() && !FILE.matcher(line).matches();
    boolean empty = line.strip().equals("..") && isBlankAfter(number);
    return (comment && !empty) || line.endsWith("::");
  }

  private boolean isBlankAfter(int number) {
    return number + 1 >= lines.length || lines[number + 1].isBlank();
  }

  private void paragraph(String line, int at) {
    if (paragraph.isEmpty()) {
      paragraphAt = at;
    }
    while (paragraph.length() < at - paragraphAt) {
      paragraph.append('\n');
    }
    paragraph.append(line);
  }

  /** A reference may go on in the next line, but not beyond its paragraph. */
  private void prose() {
    String bare = blanked(ROLE, blanked(LITERAL, paragraph.toString()));
    paragraph.setLength(0);
    Matcher reference = REFERENCE.matcher(bare);
    while (reference.find()) {
      String href = reference.group(2).replaceAll("\\s+", "");
      add(href, paragraphAt + reference.start(2), "link", reference.group(1));
    }
    String rest = blanked(REFERENCE, bare);
    for (int from = TextLinks.next(rest, 0); from >= 0; ) {
      int end = TextLinks.end(rest, from);
      add(rest.substring(from, end), paragraphAt + from, "address", "");
      from = TextLinks.next(rest, Math.max(end, from + 1));
    }
  }

  private static String blanked(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(it -> it.group().replaceAll("[^\\n]", " "));
  }

  /** Neither the name of another target, nor a file of docutils', nor one of several pictures. */
  private void add(String href, int at, String element, String words) {
    boolean known = !href.endsWith("_") && !href.startsWith("<") && !href.endsWith(".*");
    if (known && !WrittenForm.isBuilt(href)) {
      links.add(new FoundLink(href, positions.line(at), positions.column(at), element, words));
    }
  }
}
