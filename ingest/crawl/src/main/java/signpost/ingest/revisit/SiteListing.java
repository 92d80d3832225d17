package signpost.ingest.revisit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.extract.FeedText;
import signpost.web.extract.SitemapText;
import signpost.web.extract.SitemapText.SitemapAddress;
import signpost.web.fetch.FetchOutcome.Answered;

/** What a sitemap or a feed says. It is long, so it is read before anybody holds the database. */
public sealed interface SiteListing {
  /** An index: the sitemaps of its host, those that changed last first. */
  record SitemapIndex(List<String> newest) implements SiteListing {
    public SitemapIndex {
      newest = List.copyOf(newest);
    }
  }

  /** Pages, and when each is said to have changed; a feed lists a page once it has changed. */
  record ListedPages(Map<CanonicalUrl, String> changed, boolean feed) implements SiteListing {
    public ListedPages {
      changed = Map.copyOf(changed);
    }
  }

  /** Neither, or one without a line: a page stands where a sitemap or a feed was. */
  record NoListing() implements SiteListing {}

  /** Reads an answer of the host whose origin is given. */
  static SiteListing of(Answered answer, String host) {
    String text = SitemapText.text(answer.body().bytes());
    if (FeedText.is(text)) {
      return new ListedPages(changed(FeedText.in(text), answer.finalUrl()), true);
    }
    SitemapText sitemap = SitemapText.in(text);
    if (sitemap.addresses().isEmpty()) {
      return new NoListing();
    }
    return sitemap.index()
        ? new SitemapIndex(newest(sitemap, host, answer.finalUrl()))
        : new ListedPages(changed(sitemap.addresses(), answer.finalUrl()), false);
  }

  private static List<String> newest(SitemapText index, String host, WebUrl at) {
    return index.addresses().stream()
        .filter(SitemapAddress::page)
        .sorted(Comparator.comparing((SitemapAddress it) -> it.changed().orElse("")).reversed())
        .flatMap(it -> WebUrl.parse(it.href(), at).stream())
        .filter(it -> it.origin().equals(host))
        .map(WebUrl::href)
        .toList();
  }

  private static Map<CanonicalUrl, String> changed(List<SitemapAddress> addresses, WebUrl at) {
    Map<CanonicalUrl, String> changed = new HashMap<>();
    for (SitemapAddress it : addresses) {
      if (it.page() && it.changed().isPresent()) {
        WebUrl.parse(it.href(), at)
            .filter(WebUrl::web)
            .ifPresent(url -> changed.putIfAbsent(CanonicalUrl.of(url), it.changed().get()));
      }
    }
    return changed;
  }
}
