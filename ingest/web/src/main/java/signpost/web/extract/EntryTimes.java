package signpost.web.extract;

import java.util.Optional;

/**
 * The times of last change that stand in a sitemap's entries, before or after their addresses.
 * Asked for one entry after the other it passes over the text once.
 */
final class EntryTimes {
  /** No time is written at greater length. */
  private static final int LONGEST = 64;

  private final String xml;
  private final NextTag time;
  private final NextTag page;
  private final NextTag sitemap;
  private int begin;

  EntryTimes(String xml, String prefix) {
    this.xml = xml;
    this.time = new NextTag(xml, "<" + prefix + "lastmod>");
    this.page = new NextTag(xml, "</" + prefix + "url>");
    this.sitemap = new NextTag(xml, "</" + prefix + "sitemap>");
  }

  /** Where a tag stands next, looked for once. */
  private static final class NextTag {
    private final String xml;
    private final String tag;
    private int at;

    NextTag(String xml, String tag) {
      this.xml = xml;
      this.tag = tag;
      this.at = xml.indexOf(tag);
    }

    /** At or after a place; behind the end where there is none. */
    int from(int place) {
      if (at >= 0 && at < place) {
        at = xml.indexOf(tag, place);
      }
      return at < 0 ? xml.length() : at;
    }
  }

  /** What the entry says that has its address at this place. */
  Optional<String> of(int address) {
    int end = Math.min(page.from(address), sitemap.from(address));
    int at = time.from(begin);
    begin = end;
    return at < end ? text(at + time.tag.length()) : Optional.empty();
  }

  private Optional<String> text(int from) {
    int end = xml.indexOf('<', from);
    return end < 0 || end - from > LONGEST
        ? Optional.empty()
        : Optional.of(SitemapText.said(xml.substring(from, end))).filter(it -> !it.isEmpty());
  }
}
