package signpost.tools.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links of an AsciiDoc file: macros, references to other files, and bare addresses; code, literal
 * blocks and comments hold none. What is not known is left out: what names an attribute that the
 * file does not set for sure, names of Antora's and relative files among its modules, a page that
 * is only built later ({@code .html} beside the sources), and places, which each renderer names in
 * a way of its own.
 *
 * @see <a href="https://docs.asciidoctor.org/asciidoc/latest/">The language</a>
 */
final class AsciiDocLinks {
  private static final Pattern BLOCK =
      Pattern.compile("(-{4,}|\\.{4,}|\\+{4,}|/{4,}|`{3}\\S*)\\s*");
  private static final Pattern VERBATIM =
      Pattern.compile("\\[(?:source|listing|literal|pass|stem|latexmath|asciimath)\\b.*]");
  private static final Pattern CONDITION =
      Pattern.compile("(ifn?def|ifeval|endif)::[^\\s\\[]*+\\[(.*)]");
  private static final Pattern SET =
      Pattern.compile(":(!?)([A-Za-z0-9_][\\w-]*)(!?):(?:[ \\t]++(.*+))?");
  private static final Pattern USED = Pattern.compile("\\{([A-Za-z0-9_][\\w-]*)}");
  private static final Pattern CODE = Pattern.compile("`[^`\\n]{1,1000}`");
  private static final Pattern MACRO =
      Pattern.compile(
          "(?<![\\\\\\w])(link|xref|image|video|audio|include)::?([^\\s\\[\\]]{1,1000}+)"
              + "\\[([^\\]\\n]{0,1000}+)]");
  private static final Pattern CROSS =
      Pattern.compile("(?<!\\\\)<<([^<>,\\n]{1,500}+)(?:,([^<>\\n]{0,1000}))?>>");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\\\\\w:+])(https?://[^\\s\\[\\]<>\"]{1,4000}+)(?:\\[([^\\]\\n]{0,1000}+)])?");
  private static final Pattern PICTURE_LINK = Pattern.compile("\\blink=\"?([^\",\\]]{1,1000})");
  private static final Pattern FILE = Pattern.compile("[^#]+\\.\\w{2,8}(?:#.*)?|[^#]+#.*");
  private static final Pattern INDENTED =
      Pattern.compile("[ \\t]++(?!(?:\\*{1,5}|\\.{1,5}|-|\\d{1,9}\\.)[ \\t]).*+");
  private static final Pattern SCHEME = Pattern.compile("(?i)(?:https?|mailto|ftp):");
  private static final Pattern FAMILY = Pattern.compile("[^#/]*[:@]");
  private static final Pattern ANTORA =
      Pattern.compile(".*/modules/[^/]+/(?:pages|partials|examples)/.*");

  /** No address is longer, nor what a part of one may stand for. */
  private static final int LONGEST = 2_000;

  private final boolean antora;
  private final LinePositions positions;
  private final List<FoundLink> links = new ArrayList<>();
  private final Map<String, String> attributes = new HashMap<>();
  private String block = "";
  private String before = "";
  private boolean verbatim;
  private int conditions;

  private AsciiDocLinks(String path, LinePositions positions) {
    this.antora = ANTORA.matcher(path).matches();
    this.positions = positions;
  }

  /** {@code path}: where the file is, which says what its relative names mean. */
  static FoundLinks in(String text, String path) {
    var reader = new AsciiDocLinks(path, LinePositions.in(text));
    int at = 0;
    for (String line : text.split("\n", -1)) {
      String stripped = line.stripTrailing();
      reader.line(stripped, at);
      reader.before = stripped;
      at += line.length() + 1;
    }
    return FoundLinks.of(reader.links);
  }

  private void line(String line, int at) {
    if (isBlock(line) || line.startsWith("//") || isVerbatim(line) || isSetting(line)) {
      return;
    }
    String prose = CODE.matcher(line).replaceAll(it -> " ".repeat(it.group().length()));
    StringBuilder rest = new StringBuilder(prose);
    macros(MACRO.matcher(prose), at, rest);
    crosses(CROSS.matcher(prose), at);
    addresses(ADDRESS.matcher(rest), at);
  }

  /** Whether it belongs to code, to words as they are, or to a comment. */
  private boolean isBlock(String line) {
    if (block.isEmpty()) {
      boolean begins = BLOCK.matcher(line).matches() && !isUnderline(line);
      block = begins ? end(line.strip()) : "";
      verbatim &= !begins;
      return begins;
    }
    block = line.strip().equals(block) ? "" : block;
    return true;
  }

  /** A title may have a line of its own length below it. */
  private boolean isUnderline(String line) {
    return !before.isBlank()
        && !BLOCK.matcher(before).matches()
        && !before.startsWith("[")
        && !before.startsWith(".")
        && Math.abs(line.length() - before.length()) <= 1;
  }

  private static String end(String beginning) {
    return beginning.startsWith("`") ? "```" : beginning;
  }

  /** Whether it belongs to a paragraph of code: one that is said to be, or that is indented. */
  private boolean isVerbatim(String line) {
    boolean indented = before.isBlank() && INDENTED.matcher(line).matches();
    verbatim = !line.isBlank() && (verbatim || indented || VERBATIM.matcher(line).matches());
    return verbatim;
  }

  /** An attribute that is set under a condition has a value that nobody knows. */
  private boolean isSetting(String line) {
    Matcher condition = CONDITION.matcher(line);
    if (condition.matches()) {
      boolean ends = condition.group(1).equals("endif");
      boolean whole = condition.group(1).startsWith("if") && !condition.group(2).isBlank();
      boolean inline = whole && !condition.group(1).equals("ifeval");
      conditions = Math.max(0, conditions + (ends ? -1 : inline ? 0 : 1));
      return true;
    }
    Matcher set = SET.matcher(line);
    if (!set.matches()) {
      return false;
    }
    String name = set.group(2);
    String value = Optional.ofNullable(set.group(4)).orElse("").strip();
    if (conditions > 0 || value.length() > LONGEST || value.endsWith("\\")) {
      attributes.put(name, "{" + name + "}");
    } else if (set.group(1).isEmpty() && set.group(3).isEmpty()) {
      attributes.put(name, value);
    } else {
      attributes.remove(name);
    }
    return true;
  }

  private void macros(Matcher macro, int at, StringBuilder rest) {
    while (macro.find()) {
      String kind = macro.group(1);
      String words = macro.group(3);
      String target = macro.group(2).replaceAll("^\\+\\+|\\+\\+$", "");
      boolean hosted = kind.equals("video") && words.matches("(?i)(?:youtube|vimeo|wistia)\\b.*");
      boolean optional = kind.equals("include") && words.contains("optional");
      boolean inside = kind.equals("xref") && !FILE.matcher(target).matches();
      if (!hosted && !optional && !inside) {
        add(within(kind, target), at + macro.start(2), kind, words);
      }
      Matcher picture = PICTURE_LINK.matcher(words);
      if (kind.equals("image") && picture.find()) {
        add(picture.group(1), at + macro.start(3) + picture.start(1), "link", "");
      }
      MarkdownSpots.blank(rest, macro.start(), macro.end());
    }
  }

  private String within(String kind, String target) {
    boolean media = List.of("image", "video", "audio").contains(kind);
    String folder = media ? attributes.getOrDefault("imagesdir", "") : "";
    return folder.isEmpty() || target.matches("(?i)https?:.*|/.*|\\{.*")
        ? file(kind, target)
        : folder.replaceAll("/$", "") + "/" + target;
  }

  /** A reference to a place in another file may leave its ending out. */
  private static String file(String kind, String target) {
    int hash = target.indexOf('#');
    boolean bare = kind.equals("xref") && hash > 0 && !target.matches("[^#]*\\.\\w{2,8}#.*");
    return bare ? target.substring(0, hash) + ".adoc" + target.substring(hash) : target;
  }

  /** Of what stands between double angles only what names a file: the rest is in this one. */
  private void crosses(Matcher cross, int at) {
    while (cross.find()) {
      String target = cross.group(1).strip();
      if (target.matches("[^# ]+#\\S*|[^# ]+\\.(?:adoc|asciidoc)")) {
        String words = Optional.ofNullable(cross.group(2)).orElse("");
        add(file("xref", target), at + cross.start(1), "xref", words);
      }
    }
  }

  private void addresses(Matcher address, int at) {
    while (address.find()) {
      String words = Optional.ofNullable(address.group(2)).orElse("");
      boolean bare = address.group(2) == null;
      filled(address.group(1))
          .map(it -> bare ? it.substring(0, TextLinks.end(it, 0)) : it)
          .ifPresent(it -> add(it, at + address.start(1), "address", words));
    }
  }

  private void add(String target, int at, String element, String words) {
    filled(target)
        .filter(it -> !it.isBlank() && !WrittenForm.isBuilt(it) && isKnown(it))
        .ifPresent(href ->
            links.add(
                new FoundLink(
                    href,
                    positions.line(at),
                    positions.column(at),
                    element,
                    words.replaceAll("\\^$|^\"|\"$", ""))));
  }

  /** Antora names components, modules and families of files before their path. */
  private boolean isKnown(String href) {
    return SCHEME.matcher(href).lookingAt()
        || (!antora && !href.contains("$") && !FAMILY.matcher(href).lookingAt());
  }

  /** With what its attributes say; empty where one is not known. */
  private Optional<String> filled(String target) {
    String filled = target;
    for (int depth = 0; depth < 5 && filled.length() <= LONGEST; depth++) {
      filled =
          USED.matcher(filled)
              .replaceAll(
                  it -> Matcher.quoteReplacement(attributes.getOrDefault(it.group(1), it.group())));
    }
    return filled.length() > LONGEST || filled.indexOf('{') >= 0
        ? Optional.empty()
        : Optional.of(filled);
  }
}
