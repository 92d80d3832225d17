package signpost.web.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import signpost.web.extract.SitemapText.SitemapAddress;

/**
 * The entries of a feed: RSS (0.9 to 2.0) or Atom. Nothing is expanded that a document type
 * declares.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 */
public final class FeedText {
  private static final int START = 4096;

  /** Feeds tell of what is new; of a longer one the beginning is enough. */
  private static final int READ = 2 << 20;

  private static final int MOST = 1_000;

  private static final Pattern ROOT = Pattern.compile("<(?:rss|feed|(?:rdf:)?RDF)[\\s>]");

  private FeedText() {}

  /** Whether the text begins as a feed does. */
  public static boolean is(String text) {
    return ROOT.matcher(text.substring(0, Math.min(text.length(), START))).find();
  }

  /**
   * The entries with their addresses, and the latest time that each gives of itself (ISO 8601);
   * those without an address are left out.
   */
  public static List<SitemapAddress> in(String xml) {
    String read = xml.substring(0, Math.min(xml.length(), READ));
    return Jsoup.parse(read, "", Parser.xmlParser()).stream()
        .filter(it -> it.normalName().equals("item") || it.normalName().equals("entry"))
        .limit(MOST)
        .flatMap(entry -> address(entry).map(it -> entry(it, entry)).stream())
        .toList();
  }

  private static SitemapAddress entry(String href, Element entry) {
    Optional<String> changed =
        entry.children().stream()
            .filter(FeedText::isTime)
            .flatMap(it -> time(it.text().strip()).stream())
            .max(Comparator.naturalOrder())
            .map(Instant::toString);
    return new SitemapAddress(href, 0, true, changed);
  }

  private static Optional<String> address(Element entry) {
    return entry.children().stream()
        .filter(it -> it.normalName().equals("link"))
        .filter(it -> it.attr("rel").isEmpty() || it.attr("rel").equals("alternate"))
        .flatMap(it -> Stream.of(it.attr("href"), it.text()))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .findFirst();
  }

  private static boolean isTime(Element element) {
    return switch (element.normalName()) {
      case "updated",
          "published",
          "modified",
          "pubdate",
          "dc:date",
          "dcterms:modified",
          "atom:updated" ->
          true;
      default -> false;
    };
  }

  /** Atom writes times as RFC 3339 has them, RSS as mails do. */
  private static Optional<Instant> time(String text) {
    return parsed(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
        .or(() -> parsed(text, DateTimeFormatter.RFC_1123_DATE_TIME));
  }

  private static Optional<Instant> parsed(String text, DateTimeFormatter format) {
    try {
      return Optional.of(ZonedDateTime.parse(text, format).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
