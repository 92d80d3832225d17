package signpost.web.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the styles of a Word file say of its paragraphs: by their names, which are the same in every
 * language Word speaks, by their outline level, or by the style they are based on.
 */
public final class WordStyles {
  /** Of files whose styles are not known: then their ids are read as names. */
  public static final WordStyles NONE = new WordStyles();

  private static final int DEEPEST = 6;
  private static final int NO_OUTLINE = 9;
  private static final int MOST_BASES = 12;
  private static final Pattern HEADING =
      Pattern.compile("(?:heading|überschrift|pennawd|titre|título|titolo|kop|rubrik) ?([1-9])");

  private final Map<String, StyleFacts> styles = new HashMap<>();

  /** What one style says by itself; −1 where it says nothing. */
  private record StyleFacts(String name, String base, int outline, int list) {}

  private WordStyles() {}

  /**
   * @param xml of the part {@code word/styles.xml}
   */
  public static WordStyles of(byte[] xml) throws IOException {
    WordStyles styles = new WordStyles();
    if (xml.length > 0) {
      XmlPart.read(new ByteArrayInputStream(xml), styles.new StyleReader());
    }
    return styles;
  }

  static WordStyles of(ZippedParts parts, String name) throws IOException {
    WordStyles styles = new WordStyles();
    parts.read(name, styles.new StyleReader());
    return styles;
  }

  /** The level of the headings a style makes, 0 if it makes none. */
  int heading(String id) {
    String at = id;
    for (int i = 0; i < MOST_BASES && !at.isEmpty(); i++) {
      StyleFacts facts = styles.get(at);
      int named = named(facts == null ? at : facts.name());
      if (named > 0) {
        return named;
      }
      if (facts == null || facts.outline() >= 0) {
        return facts == null ? 0 : level(facts.outline());
      }
      at = facts.base();
    }
    return 0;
  }

  private static int named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Matcher heading = HEADING.matcher(lower);
    return lower.equals("title")
        ? 1
        : heading.matches() ? Math.min(DEEPEST, Integer.parseInt(heading.group(1))) : 0;
  }

  /** Of an outline level, which counts from 0; {@value #NO_OUTLINE} is body text. */
  static int level(int outline) {
    return outline < 0 || outline >= NO_OUTLINE ? 0 : Math.min(DEEPEST, outline + 1);
  }

  /** The depth of the list items a style makes, 0 if it makes none. */
  int item(String id) {
    String at = id;
    for (int i = 0; i < MOST_BASES && !at.isEmpty(); i++) {
      StyleFacts facts = styles.get(at);
      if (facts == null) {
        return at.startsWith("List") && !at.equals("ListParagraph") ? 1 : 0;
      }
      if (facts.list() >= 0) {
        return facts.list();
      }
      at = facts.base();
    }
    return 0;
  }

  /** Whether its paragraphs are lines of a table of contents, which end with a page number. */
  boolean isContents(String id) {
    StyleFacts facts = styles.get(id);
    String name = facts == null ? id : facts.name();
    return name.toLowerCase(Locale.ROOT).matches("toc ?[1-9]|table of (?:figures|authorities)");
  }

  private final class StyleReader implements XmlVisitor {
    private String id = "";
    private String name = "";
    private String base = "";
    private int outline = -1;
    private int list = -1;
    private int depth = 1;

    @Override
    public void starts(XmlElement element) {
      switch (element.name()) {
        case "style" -> {
          id = element.value("styleId");
          name = id;
          base = "";
          outline = -1;
          list = -1;
          depth = 1;
        }
        case "name" -> name = element.value("val");
        case "basedOn" -> base = element.value("val");
        case "outlineLvl" -> outline = number(element.value("val"), -1);
        case "ilvl" -> depth = number(element.value("val"), 0) + 1;
        case "numId" -> list = element.value("val").equals("0") ? 0 : 1;
        default -> {
          // how it looks
        }
      }
    }

    @Override
    public void ends(String ended) {
      if (ended.equals("style") && !id.isEmpty()) {
        styles.putIfAbsent(id, new StyleFacts(name, base, outline, list > 0 ? depth : list));
      }
    }
  }

  static int number(String text, int otherwise) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
  }
}
