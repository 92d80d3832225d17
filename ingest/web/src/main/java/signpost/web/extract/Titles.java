package signpost.web.extract;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what a page is called. */
final class Titles {
  private static final Pattern SITE_SUFFIX = Pattern.compile("\\s+[|\\-–—»·:]\\s+");
  private static final int LONGEST = 300;

  private Titles() {}

  static String of(Document document, PageTree page) {
    String full = ReadableText.oneLine(document.title());
    String heading = heading(page, full);
    if (!heading.isEmpty()) {
      return ReadableText.cut(withMark(heading, full), LONGEST);
    }
    Element shared = document.selectFirst("meta[property=og:title][content]");
    String named = shared == null ? "" : ReadableText.oneLine(shared.attr("content"));
    return ReadableText.cut(named.isEmpty() ? withoutSite(full) : named, LONGEST);
  }

  /** The first level-one heading, unless several compete and one of them is in the title. */
  private static String heading(PageTree page, String full) {
    String first = "";
    for (ElementBox box : page.boxes) {
      if (box.is("h1") && !box.dropped) {
        String text = ReadableText.oneLine(box.element.text());
        if (!text.isEmpty() && full.contains(text)) {
          return text;
        }
        first = first.isEmpty() ? text : first;
      }
    }
    return first.length() > LONGEST ? "" : first;
  }

  /** {@code [Withdrawn]} stands in the title element only; it belongs to the page's name. */
  private static String withMark(String heading, String full) {
    int end = full.indexOf(']');
    return full.startsWith("[") && end > 0 && end < 40 && !heading.startsWith("[")
        ? full.substring(0, end + 1) + " " + heading
        : heading;
  }

  private static String withoutSite(String full) {
    String[] parts = SITE_SUFFIX.split(full, -1);
    if (parts.length < 2 || parts[0].length() < 12) {
      return full;
    }
    return parts[0];
  }
}
