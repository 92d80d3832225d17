package signpost.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import signpost.web.extract.MediaKind;
import signpost.web.extract.PageReader;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;
import signpost.web.extract.TextBlock.BlockKind;

/**
 * A memento as a page to look at: its words, headings, lists, tables and links, and nothing that
 * runs, moves, asks or is fetched from elsewhere. It says of itself that it is a copy.
 */
public final class ReplayedPage {
  /** What a server sends along, so that a browser holds to it too. */
  public static final String POLICY =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none';"
          + " frame-ancestors 'self'";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=[\"']?([^;\\s\"']+)");
  private static final String STYLE =
      "body{font:1.05rem/1.55 sans-serif;max-width:46rem;margin:1rem auto;padding:0 1rem;color:#0b0c0c}"
          + "table{border-collapse:collapse}td,th{border:1px solid #b1b4b6;padding:.2rem .5rem;text-align:left}"
          + "#signpost-copy{overflow-wrap:anywhere;border:3px solid #1d70b8;padding:.5rem 1rem;background:#f3f2f1}"
          + "pre{white-space:pre-wrap}";
  private static final Safelist SHOWN =
      new Safelist()
          .addTags(
              "a",
              "abbr",
              "address",
              "article",
              "aside",
              "b",
              "blockquote",
              "br",
              "caption",
              "cite",
              "code",
              "col",
              "colgroup",
              "dd",
              "del",
              "details",
              "dfn",
              "div",
              "dl",
              "dt",
              "em",
              "figcaption",
              "figure",
              "footer",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "header",
              "hr",
              "i",
              "ins",
              "kbd",
              "li",
              "main",
              "mark",
              "nav",
              "ol",
              "p",
              "pre",
              "q",
              "s",
              "samp",
              "section",
              "small",
              "span",
              "strong",
              "sub",
              "summary",
              "sup",
              "table",
              "tbody",
              "td",
              "tfoot",
              "th",
              "thead",
              "time",
              "tr",
              "u",
              "ul")
          .addAttributes("a", "href", "title")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan", "scope")
          .addAttributes("ol", "start", "type")
          .addAttributes(":all", "lang", "dir", "id")
          .addProtocols("a", "href", "http", "https", "mailto", "tel")
          .addEnforcedAttribute("a", "rel", "noreferrer nofollow noopener");

  private ReplayedPage() {}

  /** 3 March 2026. */
  static String day(Instant at) {
    return DAY.format(at);
  }

  /**
   * The page, in UTF-8; of a file the words that are read in it.
   *
   * @param reader reads files
   */
  public static String html(Memento memento, byte[] body, PageReader reader) {
    MediaKind kind = MediaKind.of(body, memento.type());
    Document shown = document(memento);
    if (kind == MediaKind.HTML) {
      note(
          shown,
          memento,
          "Signpost kept the words; pictures, forms, scripts and looks are left out.");
      addWords(shown, memento, body);
    } else {
      note(
          shown,
          memento,
          "It is a file (%s, %,d bytes). These are its words as Signpost read them; pictures and looks are"
                  .formatted(memento.media(), body.length)
              + " left out.");
      addReading(shown, reader.read(body, memento.type(), memento.base()));
    }
    return shown.outerHtml();
  }

  private static Document document(Memento memento) {
    Document page = Document.createShell(memento.target());
    page.outputSettings().prettyPrint(false).charset("UTF-8");
    page.insertChildren(0, new DocumentType("html", "", ""));
    Element head = page.head();
    head.appendElement("meta").attr("charset", "utf-8");
    head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
    head.appendElement("meta").attr("name", "robots").attr("content", "noindex, noarchive");
    head.appendElement("meta").attr("name", "referrer").attr("content", "no-referrer");
    head.appendElement("meta")
        .attr("http-equiv", "Content-Security-Policy")
        .attr("content", "default-src 'none'; style-src 'unsafe-inline'");
    head.appendElement("style").text(STYLE);
    return page;
  }

  private static void note(Document page, Memento memento, String words) {
    Element note = page.body().appendElement("div").attr("id", "signpost-copy");
    note.appendElement("p")
        .appendElement("strong")
        .text("A copy, as it was on " + MOMENT.format(memento.at()));
    note.appendElement("p")
        .text(
            "Of %s%s. %s"
                .formatted(
                    memento.target(),
                    memento.status() == 200 ? "" : ", which answered " + memento.status(),
                    words));
  }

  private static void addWords(Document shown, Memento memento, byte[] body) {
    Document kept = parsed(memento, body);
    shown.title("Copy: " + kept.title());
    kept.select("[hidden], template, noscript").remove();
    kept.select("details").attr("open", "open");
    kept.select("img[alt]")
        .forEach(image -> {
          if (!image.attr("alt").isBlank()) {
            image.after(new TextNode("[" + image.attr("alt").strip() + "]"));
          }
        });
    Document clean = new Cleaner(SHOWN).clean(kept);
    clean.select("details").attr("open", "open");
    shown.body().appendElement("div").append(clean.body().html());
  }

  private static void addReading(Document shown, ReadOutcome outcome) {
    switch (outcome) {
      case ReadOutcome.Read(ReadablePage page) -> addReading(shown, page);
      case ReadOutcome.Doubtful(ReadablePage page, String reason) -> {
        shown.body().appendElement("p").text("It was not read whole: " + reason + ".");
        addReading(shown, page);
      }
      case ReadOutcome.Unreadable(_, String detail) ->
          shown.body().appendElement("p").text("Its words cannot be read: " + detail + ".");
    }
  }

  private static void addReading(Document shown, ReadablePage page) {
    shown.title("Copy: " + page.title());
    page.language().ifPresent(it -> shown.body().attr("lang", it));
    Element words = shown.body().appendElement("div");
    for (TextBlock block : page.blocks()) {
      String tag =
          switch (block.kind()) {
            case HEADING -> "h" + Math.clamp(block.level(), 1, 6);
            case PARAGRAPH, ITEM, ROW -> "p";
          };
      words.appendElement(tag).text((block.kind() == BlockKind.ITEM ? "• " : "") + block.text());
    }
  }

  private static Document parsed(Memento memento, byte[] body) {
    try {
      String charset = charset(memento.media());
      return Jsoup.parse(
          new ByteArrayInputStream(body), charset.isEmpty() ? null : charset, memento.target());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory are read without one
    }
  }

  private static String charset(String media) {
    Matcher named = CHARSET.matcher(media);
    try {
      return named.find() && Charset.isSupported(named.group(1)) ? named.group(1) : "";
    } catch (IllegalArgumentException _) {
      return ""; // no name of a charset at all
    }
  }
}
