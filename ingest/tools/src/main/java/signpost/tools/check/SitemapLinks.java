package signpost.tools.check;

import java.util.List;
import signpost.web.extract.SitemapText;

/** The links of a sitemap with their places in it; an image's or a video's address is one too. */
final class SitemapLinks {
  private SitemapLinks() {}

  static List<FoundLink> in(String xml) {
    SitemapText sitemap = SitemapText.in(xml);
    LinePositions positions = LinePositions.in(xml);
    return sitemap.addresses().stream()
        .map(it ->
            new FoundLink(
                it.href(),
                positions.line(it.at()),
                positions.column(it.at()),
                sitemap.index() ? "sitemap" : "loc",
                ""))
        .toList();
  }
}
