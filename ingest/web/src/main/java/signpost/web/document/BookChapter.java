package signpost.web.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import signpost.web.document.DocumentLink.LinkOrigin;
import signpost.web.document.DocumentPiece.PieceKind;

/** A chapter of an EPUB, a page in HTML of which all is there to be read. */
final class BookChapter implements NodeFilter {
  private static final int LARGEST = 10 << 20;
  private static final int PROLOG = 1_024;
  private static final Set<String> NEVER_READ =
      Set.of("head", "script", "style", "template", "noscript", "audio", "video", "object");
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i",
          "img", "ins", "kbd", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span",
          "strike", "strong", "sub", "sup", "svg", "time", "tt", "u", "var", "wbr");
  private static final Pattern OUTWARD = Pattern.compile("(?i)\\s*(?:[a-z][a-z0-9+.-]*:|//).*");

  private final String part;
  private final PieceCollector pieces;
  private final boolean margin;
  private ParagraphText text = new ParagraphText();
  private PieceKind kind = PieceKind.PARAGRAPH;
  private int level;
  private int lists;
  private @Nullable Element link;
  private String picture = "";
  private int linkedFrom;

  private BookChapter(String part, PieceCollector pieces, boolean margin) {
    this.part = part;
    this.pieces = pieces;
    this.margin = margin;
  }

  /**
   * @param contents whether it is the table of contents: then only its links count
   */
  static void read(String part, byte[] page, boolean contents, PieceCollector pieces)
      throws IOException {
    if (page.length > LARGEST) {
      throw RefusedDocumentException.tooBig("a chapter of " + page.length + " bytes");
    }
    String start = new String(page, 0, Math.min(PROLOG, page.length), StandardCharsets.ISO_8859_1);
    Parser parser =
        start.contains("<?xml") || start.contains("xmlns=")
            ? Parser.xmlParser()
            : Parser.htmlParser();
    Document document = Jsoup.parse(new ByteArrayInputStream(page), null, "", parser);
    BookChapter chapter = new BookChapter(part, pieces, contents);
    try {
      NodeTraversor.filter(chapter, document);
      chapter.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.words(words.getWholeText());
    } else if (node instanceof Element element) {
      String name = element.normalName();
      if (NEVER_READ.contains(name) || element.hasAttr("hidden")) {
        return FilterResult.SKIP_ENTIRELY;
      }
      starts(element, name);
    }
    return FilterResult.CONTINUE;
  }

  private void starts(Element element, String name) {
    if (!INLINE.contains(name) && !name.equals("br") && !name.equals("area")) {
      flush();
    }
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        kind = PieceKind.HEADING;
        level = name.charAt(1) - '0';
      }
      case "ul", "ol", "dl" -> lists++;
      case "li", "dt", "dd" -> {
        kind = PieceKind.ITEM;
        level = Math.clamp(lists, 1, 9);
      }
      case "tr" -> pieces.opensRow();
      case "td", "th" -> pieces.opensCell();
      case "br" -> text.space();
      case "img", "image" -> picture = element.attr("alt");
      case "a" -> opens(element);
      case "area" -> area(element);
      default -> {
        // it only holds text
      }
    }
  }

  private static String href(Element element) {
    String href = element.hasAttr("href") ? element.attr("href") : element.attr("xlink:href");
    return OUTWARD.matcher(href).matches() ? href.strip() : "";
  }

  private void opens(Element element) {
    String href = href(element);
    if (!href.isEmpty() && link == null) {
      link = element;
      picture = element.attr("title");
      linkedFrom = text.text().length();
      text.opens(href, LinkOrigin.attribute(part));
    }
  }

  private void area(Element element) {
    String href = href(element);
    if (!href.isEmpty()) {
      text.link(href, element.attr("alt"), LinkOrigin.attribute(part));
    }
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      ends(element, element.normalName());
    }
    return FilterResult.CONTINUE;
  }

  private void ends(Element element, String name) {
    if (element.equals(link)) {
      closes();
    }
    if (INLINE.contains(name) || name.equals("br") || name.equals("area")) {
      return;
    }
    flush();
    switch (name) {
      case "ul", "ol", "dl" -> lists = Math.max(0, lists - 1);
      case "tr" -> pieces.closesRow();
      default -> {
        // nothing that is counted
      }
    }
    if (!name.equals("p") && !name.equals("div")) {
      kind = PieceKind.PARAGRAPH;
      level = 0;
    }
  }

  /** A link around a picture stands under what the picture shows. */
  private void closes() {
    if (text.text().length() == linkedFrom && !picture.isBlank()) {
      text.names(picture);
    }
    text.closes();
    link = null;
  }

  private void flush() {
    ParagraphText done = text;
    text = new ParagraphText();
    linkedFrom = 0;
    if (done.isEmpty()) {
      return;
    }
    boolean words = !done.text().isEmpty();
    PieceKind as = margin ? PieceKind.MARGIN : words ? kind : PieceKind.PARAGRAPH;
    try {
      pieces.add(
          new DocumentPiece(
              as,
              as == PieceKind.HEADING || as == PieceKind.ITEM ? level : 0,
              done.text(),
              done.links()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
