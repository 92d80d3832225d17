package signpost.tools.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import signpost.web.extract.PageAnchors;

/**
 * Links of an AsciiDoc file: macros, cross references and bare addresses; code, literal blocks and
 * comments hold none. What names an attribute that the file does not set is left out, and so is a
 * page that is only built later ({@code .html} beside the sources). Places are those it names and
 * its section titles, and not known where it includes other files.
 *
 * @see <a href="https://docs.asciidoctor.org/asciidoc/latest/">The language</a>
 */
final class AsciiDocLinks {
  private static final Pattern BLOCK =
      Pattern.compile("(-{4,}|\\.{4,}|\\+{4,}|/{4,}|`{3}\\S*)\\s*");
  private static final Pattern SET = Pattern.compile(":([A-Za-z0-9_][\\w-]*):[ \\t]+(\\S.*)");
  private static final Pattern USED = Pattern.compile("\\{([A-Za-z0-9_][\\w-]*)}");
  private static final Pattern CODE = Pattern.compile("`[^`\\n]{1,1000}`");
  private static final Pattern TITLE = Pattern.compile("={1,6}[ \\t]+(\\S.*)");
  private static final Pattern NAMED =
      Pattern.compile(
          "\\[\\[([^,\\]\\s]{1,300}+)(?:,[^\\]\\n]{0,300})?]]"
              + "|\\[(?:[\\w ]{0,100},)?#([^,.\\]\\s]{1,300}+)[^\\]\\n]{0,300}]"
              + "|\\[[^\\[\\]\\n]{0,300}\\bid=\"?([^\",\\]\\s]{1,300})\"?[^\\]\\n]{0,300}]"
              + "|anchor:([^\\s\\[]{1,300}+)\\[");
  private static final Pattern MACRO =
      Pattern.compile(
          "(?<![\\\\\\w])(link|xref|image|video|audio|include)::?([^\\s\\[\\]]{1,1000}+)"
              + "\\[([^\\]\\n]{0,1000}+)]");
  private static final Pattern CROSS =
      Pattern.compile("<<([^<>,\\n]{1,500}+)(?:,([^<>\\n]{0,1000}))?>>");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\\\\\w:+])(https?://[^\\s\\[\\]<>\"]{1,4000}+)(?:\\[([^\\]\\n]{0,1000}+)])?");

  private final LinePositions positions;
  private final List<FoundLink> links = new ArrayList<>();
  private final Map<String, String> attributes = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private String block = "";
  private boolean includes;

  private AsciiDocLinks(LinePositions positions) {
    this.positions = positions;
  }

  static FoundLinks in(String text) {
    var reader = new AsciiDocLinks(LinePositions.in(text));
    int at = 0;
    for (String line : text.split("\n", -1)) {
      reader.line(line.stripTrailing(), at);
      at += line.length() + 1;
    }
    @Nullable PageAnchors anchors = reader.includes ? null : PageAnchors.of(reader.names);
    return new FoundLinks(Optional.empty(), reader.links, anchors);
  }

  private void line(String line, int at) {
    if (isBlock(line) || line.startsWith("//")) {
      return;
    }
    Matcher set = SET.matcher(line);
    if (set.matches()) {
      attributes.put(set.group(1), set.group(2).strip());
    }
    String prose = CODE.matcher(line).replaceAll(it -> " ".repeat(it.group().length()));
    names(prose);
    StringBuilder rest = new StringBuilder(prose);
    macros(MACRO.matcher(prose), at, rest);
    crosses(CROSS.matcher(prose), at);
    addresses(ADDRESS.matcher(rest), at);
  }

  /** Whether it belongs to code, to words as they are, or to a comment. */
  private boolean isBlock(String line) {
    if (block.isEmpty()) {
      boolean begins = BLOCK.matcher(line).matches();
      block = begins ? end(line.strip()) : "";
      return begins;
    }
    block = line.strip().equals(block) ? "" : block;
    return true;
  }

  private static String end(String beginning) {
    return beginning.startsWith("`") ? "```" : beginning;
  }

  private void names(String line) {
    NAMED
        .matcher(line)
        .results()
        .forEach(it -> {
          for (int group = 1; group <= it.groupCount(); group++) {
            Optional.ofNullable(it.group(group)).ifPresent(names::add);
          }
        });
    Matcher title = TITLE.matcher(line);
    if (title.matches()) {
      title(NAMED.matcher(title.group(1)).replaceAll("").strip());
    }
  }

  /** The second of a name is numbered. */
  private void title(String title) {
    String separator = attributes.getOrDefault("idseparator", "_");
    String words =
        title
            .toLowerCase(Locale.ROOT)
            .replaceAll("<[^>]*>|[^\\p{L}\\p{N}_ .-]", "")
            .replaceAll("[ .-]+", Matcher.quoteReplacement(separator));
    String name = attributes.getOrDefault("idprefix", "_") + words;
    String free = name;
    for (int n = 2; !names.add(free); n++) {
      free = name + separator + n;
    }
  }

  private void macros(Matcher macro, int at, StringBuilder rest) {
    while (macro.find()) {
      String kind = macro.group(1);
      String target = macro.group(2).replaceAll("^\\+\\+|\\+\\+$", "");
      includes |= kind.equals("include");
      String path = kind.equals("xref") ? crossed(target) : within(kind, target);
      add(path, at + macro.start(2), kind, macro.group(3));
      blank(rest, macro.start(), macro.end());
    }
  }

  private String within(String kind, String target) {
    String folder = attributes.getOrDefault("imagesdir", "");
    boolean image =
        kind.equals("image") && !folder.isEmpty() && !target.matches("(?i)https?:.*|/.*");
    return image ? folder.replaceAll("/$", "") + "/" + target : target;
  }

  private void crosses(Matcher cross, int at) {
    while (cross.find()) {
      String words = Optional.ofNullable(cross.group(2)).orElse("");
      add(crossed(cross.group(1).strip()), at + cross.start(1), "xref", words);
    }
  }

  /** A name of this file, or a file with its ending; a title, or a page of Antora's, is neither. */
  private static String crossed(String target) {
    if (target.indexOf(' ') >= 0 || target.matches("[^#/.]*[:@$].*")) {
      return "";
    }
    int hash = target.indexOf('#');
    if (hash < 0) {
      return target.matches(".*\\.\\w{2,5}") ? target : "#" + target;
    }
    String file = target.substring(0, hash);
    boolean bare = !file.isEmpty() && !file.matches(".*\\.\\w{2,5}");
    return bare ? file + ".adoc" + target.substring(hash) : target;
  }

  private void addresses(Matcher address, int at) {
    while (address.find()) {
      String words = address.group(2);
      String text = address.group(1);
      String href = words == null ? text.substring(0, TextLinks.end(text, 0)) : text;
      add(href, at + address.start(1), "address", words == null ? "" : words);
    }
  }

  private void add(String target, int at, String element, String words) {
    Optional<String> href = filled(target);
    if (href.filter(it -> !it.isEmpty() && !isBuilt(it)).isPresent()) {
      String said = words.replaceAll("\\^$|^\"|\"$", "");
      links.add(new FoundLink(href.get(), positions.line(at), positions.column(at), element, said));
    }
  }

  /** With what its attributes say; empty where one is not set here. */
  private Optional<String> filled(String target) {
    String filled = target;
    for (int depth = 0; depth < 5 && USED.matcher(filled).find(); depth++) {
      filled =
          USED.matcher(filled)
              .replaceAll(
                  it -> Matcher.quoteReplacement(attributes.getOrDefault(it.group(1), it.group())));
    }
    return filled.indexOf('{') >= 0 ? Optional.empty() : Optional.of(filled);
  }

  /** Whether it names a page that is made of the sources. */
  static boolean isBuilt(String href) {
    return href.matches("(?i)(?!https?:|/)[^?#]*\\.html?(?:[?#].*)?");
  }

  private static void blank(StringBuilder text, int from, int to) {
    text.replace(from, to, " ".repeat(to - from));
  }
}
