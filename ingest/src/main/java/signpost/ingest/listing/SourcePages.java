package signpost.ingest.listing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Catalogue;
import signpost.catalogue.Source;
import signpost.events.CanonicalUrl;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.ingest.publish.Outbox;
import signpost.ingest.visit.OwnPages;

/**
 * Lists the pages of sources that are marked ours, as they are found: their owners hear of what is
 * broken on any of them, not only on the first.
 */
@Singleton
final class SourcePages implements OwnPages {
  private final Outbox outbox;

  SourcePages(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void found(Handle handle, Source source, CanonicalUrl page, Instant now) {
    if (source.ours() && !Listed.has(handle, page.value())) {
      ResourceListed event = listed(source, page);
      outbox.put(handle, event, now);
      Listed.put(handle, event);
    }
  }

  /** All that have been found so far of the sources in force, those of no guide. */
  static List<ResourceListed> of(Handle handle, Catalogue catalogue) {
    return catalogue.sources().stream()
        .filter(Source::ours)
        .flatMap(source -> found(handle, source).stream().map(page -> listed(source, page)))
        .toList();
  }

  private static List<CanonicalUrl> found(Handle handle, Source source) {
    return handle
        .select("SELECT url FROM target WHERE source = ? AND kind = 'SOURCE_PAGE'", source.id())
        .mapTo(String.class)
        .map(CanonicalUrl::new)
        .filter(page -> source.covers(page.url()))
        .list();
  }

  private static ResourceListed listed(Source source, CanonicalUrl page) {
    return new ResourceListed(
        page,
        PlacementStatus.ACTIVE,
        List.of(),
        source.owners(),
        Optional.empty(),
        List.of(),
        true);
  }
}
