package signpost.web.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Reads HTML as a stream of tags and text, as browsers split it, without building a tree. Offsets
 * are those of the source.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#tokenization">HTML</a>
 */
public final class HtmlTags {
  private static final Set<String> RAW =
      Set.of("script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title");

  /** No real tag has so many; finding one among them takes as long as there are. */
  private static final int MOST_ATTRIBUTES = 500;

  private final String html;
  private final TagHandler reader;
  private final List<TagAttribute> attributes = new ArrayList<>();
  private int at;

  /** What is told of a page, in order. */
  public interface TagHandler {
    void starts(StartTag tag);

    void ends(String name);

    /** Between tags, character references and all. */
    void text(int from, int to);

    /** Receives the text of an element that holds no tags, such as {@code style}. */
    void raw(String name, int from, int to);
  }

  /** The value as it stands in the source, without its quotes. */
  public record TagAttribute(String name, int from, int to) {}

  /** A start tag; good until the next one. */
  public record StartTag(String name, int from, List<TagAttribute> attributes, String html) {
    public Optional<TagAttribute> attribute(String wanted) {
      for (TagAttribute attribute : attributes) {
        if (attribute.name().equals(wanted)) {
          return Optional.of(attribute);
        }
      }
      return Optional.empty();
    }

    public String value(TagAttribute attribute) {
      return unescaped(html.substring(attribute.from(), attribute.to()), true);
    }

    /** Empty where there is none. */
    public String value(String wanted) {
      return attribute(wanted).map(this::value).orElse("");
    }
  }

  private HtmlTags(String html, TagHandler reader) {
    this.html = html;
    this.reader = reader;
  }

  /** Tells a reader all that the source holds, from its beginning. */
  public static void read(String html, TagHandler reader) {
    new HtmlTags(html, reader).run();
  }

  /** What a text with character references says. */
  public static String unescaped(String text, boolean attribute) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, attribute);
  }

  private void run() {
    while (at < html.length()) {
      int open = html.indexOf('<', at);
      int end = open < 0 ? html.length() : open;
      if (end > at) {
        reader.text(at, end);
      }
      at = end;
      if (at < html.length()) {
        markup();
      }
    }
  }

  private void markup() {
    char next = peek(1);
    if (letter(next)) {
      start();
    } else if (next == '/' && letter(peek(2))) {
      at += 2;
      String name = name();
      attributes();
      reader.ends(name);
    } else if (html.startsWith("<!--", at)) {
      comment();
    } else if (next == '!' || next == '?' || next == '/') {
      at = after(html.indexOf('>', at), 1);
    } else {
      at++;
    }
  }

  private void comment() {
    int from = at + 4;
    if (html.startsWith(">", from) || html.startsWith("->", from)) {
      at = html.indexOf('>', from) + 1;
      return;
    }
    for (int end = html.indexOf("--", from); end >= 0; end = html.indexOf("--", end + 1)) {
      if (html.startsWith(">", end + 2) || html.startsWith("!>", end + 2)) {
        at = html.indexOf('>', end) + 1;
        return;
      }
    }
    at = html.length();
  }

  private int after(int found, int length) {
    return found < 0 ? html.length() : found + length;
  }

  private void start() {
    int from = at++;
    String name = name();
    attributes.clear();
    if (!attributes()) {
      return; // the page ends within the tag: browsers drop it
    }
    reader.starts(new StartTag(name, from, attributes, html));
    if (name.equals("plaintext")) {
      at = html.length();
    } else if (RAW.contains(name)) {
      raw(name);
    }
  }

  private void raw(String name) {
    int from = at;
    int end = html.indexOf("</", from);
    while (end >= 0 && !closes(name, end)) {
      end = html.indexOf("</", end + 2);
    }
    at = end < 0 ? html.length() : end;
    reader.raw(name, from, at);
  }

  private boolean closes(String name, int end) {
    int after = end + 2 + name.length();
    return html.regionMatches(true, end + 2, name, 0, name.length())
        && (after >= html.length()
            || blank(html.charAt(after))
            || "/>".indexOf(html.charAt(after)) >= 0);
  }

  private String name() {
    int from = at;
    while (at < html.length()
        && !blank(html.charAt(at))
        && html.charAt(at) != '/'
        && html.charAt(at) != '>') {
      at++;
    }
    return lower(from, at);
  }

  /** Reads up to behind the tag's end; false if there is none. */
  private boolean attributes() {
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '>') {
        at++;
        return true;
      }
      if (blank(c) || c == '/') {
        at++;
      } else {
        attribute();
      }
    }
    return false;
  }

  private void attribute() {
    int from = at++;
    while (at < html.length() && !blank(html.charAt(at)) && "/>=".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    String name = lower(from, at);
    int back = at;
    skipBlanks();
    if (at == html.length() || html.charAt(at) != '=') {
      at = back;
      add(name, back, back);
      return;
    }
    at++;
    skipBlanks();
    value(name);
  }

  private void value(String name) {
    int from = at;
    char quote = at < html.length() ? html.charAt(at) : ' ';
    if (quote == '"' || quote == '\'') {
      int end = html.indexOf(quote, at + 1);
      at = after(end, 1);
      add(name, from + 1, end < 0 ? html.length() : end);
      return;
    }
    while (at < html.length() && !blank(html.charAt(at)) && html.charAt(at) != '>') {
      at++;
    }
    add(name, from, at);
  }

  private void add(String name, int from, int to) {
    if (attributes.size() == MOST_ATTRIBUTES) {
      return;
    }
    for (TagAttribute known : attributes) {
      if (known.name().equals(name)) {
        return;
      }
    }
    attributes.add(new TagAttribute(name, from, Math.max(from, to)));
  }

  private void skipBlanks() {
    while (at < html.length() && blank(html.charAt(at))) {
      at++;
    }
  }

  private char peek(int ahead) {
    return at + ahead < html.length() ? html.charAt(at + ahead) : ' ';
  }

  private String lower(int from, int to) {
    return html.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  public static boolean blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
