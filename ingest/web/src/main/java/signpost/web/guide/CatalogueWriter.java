package signpost.web.guide;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.reader.StreamReader;
import signpost.url.WebUrl;

/** Writes an imported guide as a catalogue file that a person can read, correct and keep. */
public final class CatalogueWriter {
  private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N} ,.()/&'’?–-]*");
  private static final Pattern PLAIN_URL = Pattern.compile("https?://[\\w:/.~%?=&@+,;!$()*#-]*");
  private static final Pattern RESERVED = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

  private final StringBuilder out = new StringBuilder();

  private CatalogueWriter() {}

  /**
   * The text of a file in the catalogue's schema.
   *
   * @param url where the guide lives, if it is a page
   * @param from what it was imported from, for the comment on top
   */
  public static String write(ImportedGuide guide, Optional<WebUrl> url, String from) {
    var writer = new CatalogueWriter();
    writer.head(guide, url, from);
    guide.sections().forEach(writer::section);
    return writer.out.toString();
  }

  /** An id made of the guide's title: {@code Snap Guide!} gives {@code snap-guide}. */
  public static String idOf(ImportedGuide guide) {
    String words = guide.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String id = words.substring(0, Math.min(48, words.length())).replaceAll("^-|-$", "");
    return id.isEmpty() ? "guide" : id;
  }

  private void head(ImportedGuide guide, Optional<WebUrl> url, String from) {
    String id = idOf(guide);
    comment("", "Imported from " + from + ".");
    comment("", "Read it through: correct what is wrong, write a real owner, then keep it in the");
    comment("", "catalogue's folder. Unverified ones are never told of as broken.");
    guide.problems().forEach(it -> comment("", "Note: " + it));
    line("guide:");
    line("  id: " + id);
    line("  title: " + quoted(guide.title()));
    url.ifPresent(it -> line("  url: " + quoted(it)));
    line("  ours: false   # true: you own this page and want to hear about it too");
    line("  owners: [" + id + "-owner]");
    line("owners:");
    line("  " + id + "-owner:");
    line("    name: CHANGE ME");
    line("    email: change-me@example.org");
    line("sections:");
  }

  private void section(ImportedGuide.ImportedSection section) {
    line("");
    line("  - title: " + quoted(section.title()));
    line("    resources:");
    section.placements().forEach(this::placement);
  }

  private void placement(ImportedGuide.ImportedPlacement placement) {
    line("      - text: " + quoted(placement.text()));
    boolean unsure = placement.doubtful() || placement.url().isEmpty();
    if (unsure) {
      String why = placement.doubtful() ? "Its words run into another link's" : "Address unknown";
      comment("        ", why + ". It stands in: " + placement.paragraph());
    }
    placement.url().ifPresent(it -> line("        url: " + quoted(it)));
    line("        status: " + (unsure ? "unverified" : "active"));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void comment(String indent, String text) {
    StringBuilder safe = new StringBuilder();
    ImportDraft.clean(text)
        .codePoints()
        .map(it -> StreamReader.isPrintable(it) ? it : ' ')
        .forEach(safe::appendCodePoint);
    line(indent + "# " + safe);
  }

  private static String quoted(WebUrl url) {
    String href = url.href();
    return PLAIN_URL.matcher(href).matches() && !href.endsWith(":") ? href : escaped(href);
  }

  private static String quoted(String text) {
    boolean plain =
        PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches() && !text.endsWith(" ");
    return plain ? text : escaped(text);
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder("\"");
    for (int c : text.codePoints().toArray()) {
      if (c == '"' || c == '\\') {
        safe.append('\\').appendCodePoint(c);
      } else if (c >= ' ' && c != 0x7f && StreamReader.isPrintable(c)) {
        safe.appendCodePoint(c);
      } else {
        safe.append(String.format(Locale.ROOT, "\\U%08x", c));
      }
    }
    return safe.append('"').toString();
  }
}
