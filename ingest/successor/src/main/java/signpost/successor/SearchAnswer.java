package signpost.successor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  /**
   * What the publisher's own records say of a page.
   *
   * @param named what they name in its place, and how they say it
   * @param holder the publication that it is a part of
   * @param documents what is a part of it
   */
  record RecordAnswer(
      Optional<ListedAddress> named, Optional<WebUrl> holder, List<ListedAddress> documents)
      implements SearchAnswer {
    public RecordAnswer {
      Objects.requireNonNull(named, "named");
      Objects.requireNonNull(holder, "holder");
      documents = List.copyOf(documents);
    }
  }

  /** Nothing that helps: refused, broken, unreadable. */
  record NoAnswer() implements SearchAnswer {}
}
