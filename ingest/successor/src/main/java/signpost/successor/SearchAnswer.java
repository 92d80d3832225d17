package signpost.successor;

import java.util.List;
import signpost.url.WebUrl;
import signpost.web.extract.ReadablePage;

/** What came of a request. */
public sealed interface SearchAnswer {

  /**
   * A page that could be read.
   *
   * @param url where it answered, after redirects
   * @param found whether the answer was 200
   * @param links all on it, navigation included
   * @param stated those the publisher gives for what took the place of this address
   */
  record PageAnswer(
      WebUrl url, boolean found, ReadablePage page, List<ListedAddress> links, List<WebUrl> stated)
      implements SearchAnswer {
    public PageAnswer {
      links = List.copyOf(links);
      stated = List.copyOf(stated);
    }
  }

  /** A sitemap: pages, or further sitemaps. */
  record SitemapAnswer(List<WebUrl> pages, List<WebUrl> sitemaps) implements SearchAnswer {
    public SitemapAnswer {
      pages = List.copyOf(pages);
      sitemaps = List.copyOf(sitemaps);
    }
  }

  /** Nothing that helps: refused, broken, unreadable. */
  record NoAnswer() implements SearchAnswer {}
}
