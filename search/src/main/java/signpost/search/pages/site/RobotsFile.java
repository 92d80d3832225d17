package signpost.search.pages.site;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What other crawlers may ask of us (RFC 9309): our own words, and guides as they stand. The rest
 * is other publishers' words, a search, or a form, and none of it is for them; a page that is new
 * is not, either, before it stands here.
 */
final class RobotsFile {
  /** Pages that are the same for everybody. */
  static final List<String> PAGES =
      List.of("/", "/guides", "/accessibility", "/privacy", "/crawler", "/api");

  private static final List<String> FILES =
      List.of("/guide/", "/assets/", "/favicon.", "/sitemap.xml", SecurityFile.PATH);

  private RobotsFile() {}

  static String of(String site) {
    String allowed =
        Stream.concat(PAGES.stream().map(page -> page + "$"), FILES.stream())
            .map(path -> "Allow: " + path + "\n")
            .collect(Collectors.joining());
    return """
    User-agent: *
    %sDisallow: /guide/*?
    Disallow: /

    Sitemap: %s/sitemap.xml
    """
        .formatted(allowed, site);
  }
}
