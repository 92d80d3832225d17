package signpost.ingest.visit;

import java.util.OptionalInt;
import signpost.ingest.revisit.HostSitemaps.WantedSitemap;
import signpost.url.WebUrl;
import signpost.web.extract.SitemapText;
import signpost.web.fetch.FetchRequest;

/**
 * A request that is sent for a target in place of its next visit, so that it keeps robots.txt and
 * the host's pace as any visit does.
 */
public sealed interface TargetProbe {
  WebUrl address();

  /** What is asked for. */
  default FetchRequest request() {
    return switch (this) {
      case NotFoundProbe _ -> FetchRequest.of(address());
      case RecordProbe(_, FetchRequest wanted) -> wanted;
      case SitemapProbe(WantedSitemap wanted) ->
          new FetchRequest(
              wanted.url(), wanted.validators(), OptionalInt.of(SitemapText.LONGEST_FILE));
    };
  }

  /** An address beside the target that cannot exist: how does the server say "not found"? */
  record NotFoundProbe(WebUrl address) implements TargetProbe {}

  /** The publisher's API: what does it say of the page? */
  record RecordProbe(WebUrl page, FetchRequest wanted) implements TargetProbe {
    @Override
    public WebUrl address() {
      return wanted.url();
    }
  }

  /** A sitemap: which pages of the host have changed? */
  record SitemapProbe(WantedSitemap wanted) implements TargetProbe {
    @Override
    public WebUrl address() {
      return wanted.url();
    }
  }
}
