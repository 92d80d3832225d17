package signpost.tools.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import signpost.web.extract.HtmlTags;
import signpost.web.extract.HtmlTags.StartTag;
import signpost.web.extract.HtmlTags.TagAttribute;

/**
 * Where addresses stand in a Markdown file: inline, images, definitions, in angle brackets, bare,
 * and in HTML, with their offsets. Code and comments hold none.
 */
public final class MarkdownSpots {
  private static final Pattern DEFINITION =
      Pattern.compile("(?dm)^ {0,3}\\[([^\\]^\\n]{1,300})]:[ \\t]*+(<?)([^\\s>]++)>?");
  private static final Pattern TAG =
      Pattern.compile(
          "</?[A-Za-z][A-Za-z0-9-]*+(?:\\s++[A-Za-z_:][\\w.:-]*+"
              + "(?:\\s*+=\\s*+(?:[^\\s\"'=<>`]++|'[^']{0,4000}+'|\"[^\"]{0,4000}+\"))?+){0,100}+\\s*+/?>");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");
  private static final Pattern REFERENCE = Pattern.compile("&#?\\w{1,32};");

  /** No link has more words, and no address is longer. */
  private static final int MOST_WORDS = 1000;

  private static final int LONGEST = 4000;

  /** How an address stands there, which says how it is written. */
  public enum MarkdownKind {
    /** {@code [words](address)}. */
    LINK,
    /** {@code ![words](address)}. */
    IMAGE,
    /** {@code [name]: address}. */
    DEFINITION,
    /** {@code <address>}. */
    ANGLES,
    /** By itself in the text. */
    BARE,
    /** By itself in the words of a link. */
    WORDS,
    /** In an attribute of an HTML tag. */
    HTML
  }

  /**
   * An address as it stands in the source from offset to offset, and what it says.
   *
   * @param element an HTML tag's name; else empty
   * @param words those of the link, or the name of the definition
   */
  public record MarkdownSpot(
      MarkdownKind kind, int from, int to, String href, String element, String words) {}

  private record MarkdownRange(int from, int to) {}

  private final StringBuilder text;
  private final List<MarkdownSpot> spots = new ArrayList<>();
  private final List<MarkdownRange> words = new ArrayList<>();

  private MarkdownSpots(String prose) {
    this.text = new StringBuilder(prose);
  }

  /** A file's text with code and comments blanked; offsets and lines stay. */
  public static String prose(String markdown) {
    return MarkdownProse.of(markdown);
  }

  /**
   * @param prose as {@link #prose} gives it
   */
  public static List<MarkdownSpot> in(String prose) {
    var reader = new MarkdownSpots(prose);
    reader.tags();
    reader.definitions();
    reader.inline();
    reader.bare();
    reader.spots.sort(Comparator.comparingInt(MarkdownSpot::from));
    return reader.spots;
  }

  private void tags() {
    if (text.indexOf("<") < 0) {
      return;
    }
    String source = text.toString();
    Matcher tag = TAG.matcher(source);
    int open = -1;
    Set<String> endless = new HashSet<>();
    for (int at = 0; tag.find(at); ) {
      String markup = tag.group();
      String lower = markup.toLowerCase(Locale.ROOT);
      if (lower.matches("(?s)</?a[\\s>].*")) {
        if (open >= 0) {
          words.add(new MarkdownRange(open, tag.start()));
        }
        open = lower.startsWith("</") ? -1 : tag.end();
      }
      HtmlTags.read(markup, new AttributeSpots(tag.start()));
      at = lower.startsWith("<s") ? rawEnd(source, tag.end(), lower, endless) : tag.end();
      blank(text, tag.start(), at);
    }
  }

  /** What stands in a script or style is no text. {@code endless}: which close no more. */
  private static int rawEnd(String source, int from, String tag, Set<String> endless) {
    String name = tag.substring(1).split("[\\s/>]", 2)[0];
    boolean raw = name.equals("script") || name.equals("style");
    int end = raw && !endless.contains(name) ? source.indexOf("</" + name, from) : -1;
    if (raw && end < 0) {
      endless.add(name);
    }
    return Math.max(from, end);
  }

  private final class AttributeSpots implements HtmlTags.TagHandler {
    private final int offset;

    AttributeSpots(int offset) {
      this.offset = offset;
    }

    @Override
    public void starts(StartTag tag) {
      for (TagAttribute it : tag.attributes()) {
        if ((it.name().equals("href") || it.name().equals("src")) && it.to() > it.from()) {
          String href = tag.value(it).strip();
          spots.add(
              new MarkdownSpot(
                  MarkdownKind.HTML, offset + it.from(), offset + it.to(), href, tag.name(), ""));
        }
      }
    }

    @Override
    public void ends(String name) {}

    @Override
    public void text(int from, int to) {}

    @Override
    public void raw(String name, int from, int to) {}
  }

  private void definitions() {
    Matcher definition = DEFINITION.matcher(text.toString());
    while (definition.find()) {
      add(MarkdownKind.DEFINITION, definition.start(3), definition.end(3), definition.group(1));
      int end = text.indexOf("\n", definition.end());
      blank(text, definition.start(), end < 0 ? text.length() : end);
    }
  }

  /** {@code [text](url "title")}, brackets within brackets and within the address counted. */
  private void inline() {
    for (int at = text.indexOf("]("); at >= 0; at = text.indexOf("](", at + 1)) {
      int open = opening(text, at);
      if (open < 0) {
        continue;
      }
      int from = at + 2;
      while (from < text.length() && HtmlTags.blank(text.charAt(from))) {
        from++;
      }
      boolean angled = from < text.length() && text.charAt(from) == '<';
      int start = angled ? from + 1 : from;
      int end = angled ? angle(text, start) : closing(text, start);
      if (end <= start) {
        continue;
      }
      boolean image = open > 0 && text.charAt(open - 1) == '!';
      add(image ? MarkdownKind.IMAGE : MarkdownKind.LINK, start, end, text.substring(open + 1, at));
      words.add(new MarkdownRange(open, at));
      blank(text, start, end);
    }
  }

  private static int opening(CharSequence text, int close) {
    int depth = 0;
    for (int i = close; i >= Math.max(0, close - MOST_WORDS); i--) {
      depth += text.charAt(i) == ']' ? 1 : text.charAt(i) == '[' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int angle(CharSequence text, int from) {
    for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
      char c = text.charAt(i);
      if (c == '>' || c == '\n' || c == '<') {
        return c == '>' ? i : -1;
      }
    }
    return -1;
  }

  private static int closing(CharSequence text, int from) {
    int depth = 0;
    for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
      char c = text.charAt(i);
      if (HtmlTags.blank(c) || (c == ')' && depth == 0)) {
        return i;
      }
      if (c == '\\') {
        i++;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return -1;
  }

  private void bare() {
    words.sort(Comparator.comparingInt(MarkdownRange::from));
    String source = text.toString();
    int next = 0;
    int wordsEnd = -1;
    for (int at = TextLinks.next(source, 0); at >= 0; ) {
      int end = TextLinks.end(source, at);
      while (next < words.size() && words.get(next).from() <= at) {
        wordsEnd = Math.max(wordsEnd, words.get(next++).to());
      }
      boolean named = enclosed(source, at, end, '[', ']');
      boolean angles = enclosed(source, at, end, '<', '>');
      MarkdownKind kind =
          at < wordsEnd || named
              ? MarkdownKind.WORDS
              : angles ? MarkdownKind.ANGLES : MarkdownKind.BARE;
      spots.add(new MarkdownSpot(kind, at, end, source.substring(at, end), "", ""));
      at = TextLinks.next(source, Math.max(end, at + 1));
    }
    for (int at = source.indexOf("<mailto:"); at >= 0; at = source.indexOf("<mailto:", at + 1)) {
      int end = angle(source, at + 1);
      if (end > at) {
        spots.add(
            new MarkdownSpot(
                MarkdownKind.ANGLES, at + 1, end, source.substring(at + 1, end), "", ""));
      }
    }
  }

  private static boolean enclosed(String text, int from, int to, char before, char after) {
    return from > 0
        && to < text.length()
        && text.charAt(from - 1) == before
        && text.charAt(to) == after;
  }

  private void add(MarkdownKind kind, int from, int to, String words) {
    spots.add(new MarkdownSpot(kind, from, to, said(text.substring(from, to)), "", words));
  }

  /** Without the backslashes and character references that an address may be written with. */
  private static String said(String address) {
    String bare = address.indexOf('\\') < 0 ? address : ESCAPED.matcher(address).replaceAll("$1");
    return bare.indexOf('&') < 0
        ? bare
        : REFERENCE
            .matcher(bare)
            .replaceAll(it -> Matcher.quoteReplacement(Parser.unescapeEntities(it.group(), false)));
  }

  /** Blanks a part of a text; lines and offsets stay. */
  public static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        text.setCharAt(i, ' ');
      }
    }
  }
}
