package signpost.sample.web;

import java.util.List;
import java.util.stream.Collectors;

/** Sitemaps whose {@code lastmod} is always now, as gov.scot's are for landing pages. */
final class Sitemaps {
  private static final String NAMESPACE = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

  private Sitemaps() {}

  static HostResponse at(String path, SampleHost twin, List<SamplePage> pages, SampleVisit visit) {
    boolean index = twin == SampleHost.GOV_SCOT && path.equals("/sitemap.xml");
    if (index) {
      return xml("<sitemapindex %s>%s</sitemapindex>".formatted(NAMESPACE, maps(twin, visit)));
    }
    String urls =
        pages.stream()
            .map(page -> entry("url", twin.origin(visit.port()) + page.path(), visit))
            .collect(Collectors.joining());
    return xml("<urlset %s>%s</urlset>".formatted(NAMESPACE, urls));
  }

  private static String maps(SampleHost twin, SampleVisit visit) {
    String folder = twin.origin(visit.port()) + "/sitemaps/";
    return entry("sitemap", folder + "publications.xml", visit)
        + entry("sitemap", folder + "latest.xml", visit);
  }

  private static String entry(String element, String url, SampleVisit visit) {
    return "<%s><loc>%s</loc><lastmod>%s</lastmod></%s>"
        .formatted(element, SampleMarkup.escape(url), visit.at(), element);
  }

  private static HostResponse xml(String content) {
    return HostResponse.of(
        200,
        "application/xml; charset=utf-8",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content);
  }
}
