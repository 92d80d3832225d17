package signpost.ingest.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.parser.Parser;

/**
 * The addresses in a sitemap or an index of sitemaps. Nothing is expanded that a document type
 * declares: the text between {@code loc} tags is all that is read.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a>
 */
final class SitemapLinks {
  private SitemapLinks() {}

  static boolean is(String text) {
    String start = text.substring(0, Math.min(text.length(), 4096)).toLowerCase(Locale.ROOT);
    return start.contains("<urlset") || start.contains("<sitemapindex");
  }

  static List<Link> in(String xml) {
    boolean index = xml.substring(0, Math.min(xml.length(), 4096)).contains("<sitemapindex");
    Positions positions = Positions.in(xml);
    List<Link> links = new ArrayList<>();
    for (int at = xml.indexOf("<loc>"); at >= 0; at = xml.indexOf("<loc>", at + 5)) {
      int end = xml.indexOf("</loc>", at);
      if (end < 0) {
        break;
      }
      String raw = xml.substring(at + 5, end).strip();
      String bare =
          raw.startsWith("<![CDATA[")
              ? raw.substring(9, Math.max(9, raw.length() - 3)).strip()
              : raw;
      links.add(
          new Link(
              Parser.unescapeEntities(bare, false),
              positions.line(at + 5),
              positions.column(at + 5),
              index ? "sitemap" : "loc",
              ""));
    }
    return links;
  }
}
