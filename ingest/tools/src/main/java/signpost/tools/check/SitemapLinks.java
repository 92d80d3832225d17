package signpost.tools.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The addresses in a sitemap or an index of sitemaps, with or without a namespace prefix. Nothing
 * is expanded that a document type declares: the text between {@code loc} tags is all that is read.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a>
 */
final class SitemapLinks {
  private static final int START = 4096;
  private static final int LONGEST = 8192;
  private static final Pattern ROOT =
      Pattern.compile("<(?:[\\w.-]{1,40}:)?(urlset|sitemapindex)[\\s>]");

  private SitemapLinks() {}

  static boolean is(String text) {
    return root(text).find();
  }

  private static Matcher root(String text) {
    return ROOT.matcher(text.substring(0, Math.min(text.length(), START)));
  }

  static List<FoundLink> in(String xml) {
    Matcher root = root(xml);
    String element = root.find() && root.group(1).equals("sitemapindex") ? "sitemap" : "loc";
    LinePositions positions = LinePositions.in(xml);
    List<FoundLink> links = new ArrayList<>();
    for (int at = xml.indexOf("loc>"); at >= 0; at = xml.indexOf("loc>", at + 4)) {
      int end = opens(xml, at) ? xml.indexOf('<', text(xml, at + 4)) : -1;
      if (end >= 0 && end - at <= LONGEST) {
        String raw = xml.substring(text(xml, at + 4), end);
        int cut = raw.indexOf("]]>");
        links.add(
            new FoundLink(
                Parser.unescapeEntities(cut < 0 ? raw : raw.substring(0, cut), false).strip(),
                positions.line(text(xml, at + 4)),
                positions.column(text(xml, at + 4)),
                element,
                ""));
      }
    }
    return links;
  }

  /** {@code <loc>} or {@code <prefix:loc>}; an image's or a video's {@code loc} is a link too. */
  private static boolean opens(String xml, int at) {
    int i = at - 1;
    while (i >= 0
        && (Character.isLetterOrDigit(xml.charAt(i)) || ":._-".indexOf(xml.charAt(i)) >= 0)) {
      i--;
    }
    return i >= 0 && xml.charAt(i) == '<' && (i == at - 1 || xml.charAt(at - 1) == ':');
  }

  /** Where the address begins, behind blanks and what opens a CDATA section. */
  private static int text(String xml, int from) {
    int at = blanks(xml, from);
    return xml.startsWith("<![CDATA[", at) ? blanks(xml, at + 9) : at;
  }

  private static int blanks(String xml, int from) {
    int at = from;
    while (at < xml.length() && Character.isWhitespace(xml.charAt(at))) {
      at++;
    }
    return at;
  }
}
