package signpost.ingest.listing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
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

  /**
   * All that have been found so far of the sources in force. Those that were something else besides
   * stay out until all files can be read ({@code complete}): they may still be that.
   */
  static List<ResourceListed> of(Handle handle, Catalogue catalogue, boolean complete) {
    return catalogue.sources().stream()
        .filter(Source::ours)
        .flatMap(
            source -> found(handle, source, complete).stream().map(page -> listed(source, page)))
        .toList();
  }

  /**
   * Which source in force covers a page that was found: the one that found it, if it still does.
   */
  static Optional<Source> sourceOf(Handle handle, Catalogue catalogue, CanonicalUrl page) {
    return handle
        .select(
            "SELECT source FROM target WHERE url = ? AND source IS NOT NULL AND kind <> 'OUTLINK'",
            page.value())
        .mapTo(String.class)
        .findOne()
        .flatMap(id ->
            catalogue.sources().stream()
                .filter(source -> source.covers(page.url()))
                .min(Comparator.comparing(source -> !source.id().equals(id))));
  }

  private static List<CanonicalUrl> found(Handle handle, Source source, boolean complete) {
    String kinds = complete ? "kind <> 'OUTLINK'" : "kind = 'SOURCE_PAGE'";
    return handle
        .select("SELECT url FROM target WHERE source = ? AND " + kinds, source.id())
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
