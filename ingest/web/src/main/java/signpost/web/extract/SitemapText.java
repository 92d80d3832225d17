package signpost.web.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The addresses in a sitemap or an index of sitemaps, with or without a namespace prefix. Nothing
 * is expanded that a document type declares: the text between {@code loc} tags is all that is read.
 * Its time is that of one pass, whatever the text.
 *
 * @param index whether the addresses are those of further sitemaps
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a>
 */
public record SitemapText(boolean index, List<SitemapAddress> addresses) {
  /** So many bytes of a file are read: of a longer one the beginning is better than nothing. */
  public static final int LONGEST_FILE = 10 << 20;

  /** What the protocol allows; the pictures and films of a page do not count. */
  private static final int MOST = 50_000;

  private static final int START = 4096;
  private static final int LONGEST = 8192;
  private static final String CDATA = "<![CDATA[";
  private static final Pattern ROOT =
      Pattern.compile("<((?:[\\w.-]{1,40}:)?)(urlset|sitemapindex)[\\s>]");

  /**
   * One address as it is written.
   *
   * @param at where it begins in the text
   * @param page whether it is a page or a sitemap, and not a picture or a film of a page
   * @param changed when it last changed, as the site writes that
   */
  public record SitemapAddress(String href, int at, boolean page, Optional<String> changed) {}

  public SitemapText {
    addresses = List.copyOf(addresses);
  }

  /** The text of a file as a server sends it, packed or not; UTF-8, as the protocol has it. */
  public static String text(byte[] file) {
    return new String(UnzippedBytes.of(file), StandardCharsets.UTF_8);
  }

  /** Whether the text begins as a sitemap does. */
  public static boolean is(String text) {
    return root(text).find();
  }

  private static Matcher root(String text) {
    return ROOT.matcher(text.substring(0, Math.min(text.length(), START)));
  }

  /** The addresses in order; none of a text that does not begin as a sitemap does. */
  public static SitemapText in(String xml) {
    Matcher root = root(xml);
    if (!root.find()) {
      return new SitemapText(false, List.of());
    }
    return new SitemapText(root.group(2).equals("sitemapindex"), addresses(xml, root.group(1)));
  }

  private static List<SitemapAddress> addresses(String xml, String prefix) {
    List<SitemapAddress> found = new ArrayList<>();
    EntryTimes times = new EntryTimes(xml, prefix);
    int pages = 0;
    for (int at = xml.indexOf("loc>"); at >= 0 && pages < MOST; at = xml.indexOf("loc>", at + 4)) {
      int open = opening(xml, at);
      int begin = text(xml, at + 4);
      int end = open < 0 ? -1 : xml.indexOf('<', begin);
      if (end >= 0 && end - at <= LONGEST) {
        boolean page = xml.substring(open + 1, at).equals(prefix);
        Optional<String> changed = page ? times.of(at) : Optional.empty();
        found.add(new SitemapAddress(said(xml.substring(begin, end)), begin, page, changed));
        pages += page ? 1 : 0;
      }
    }
    return found;
  }

  static String said(String raw) {
    int cut = raw.indexOf("]]>");
    return Parser.unescapeEntities(cut < 0 ? raw : raw.substring(0, cut), false).strip();
  }

  /** Where {@code <loc>} or {@code <prefix:loc>} opens; -1 where it does not. */
  private static int opening(String xml, int at) {
    int i = at - 1;
    while (i >= Math.max(0, at - 45)
        && (Character.isLetterOrDigit(xml.charAt(i)) || ":._-".indexOf(xml.charAt(i)) >= 0)) {
      i--;
    }
    boolean opens = i >= 0 && xml.charAt(i) == '<' && (i == at - 1 || xml.charAt(at - 1) == ':');
    return opens ? i : -1;
  }

  /** Where the address begins, behind blanks and what opens a CDATA section. */
  private static int text(String xml, int from) {
    int at = blanks(xml, from);
    return xml.startsWith(CDATA, at) ? blanks(xml, at + CDATA.length()) : at;
  }

  private static int blanks(String xml, int from) {
    int at = from;
    while (at < xml.length() && Character.isWhitespace(xml.charAt(at))) {
      at++;
    }
    return at;
  }
}
