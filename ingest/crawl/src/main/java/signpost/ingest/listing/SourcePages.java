package signpost.ingest.listing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Catalogue;
import signpost.catalogue.Source;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.ingest.visit.OwnPages;
import signpost.record.outbox.Outbox;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

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
    if (source.ours() && !ListedRecords.has(handle, page.value())) {
      ResourceListed event = listed(source, page);
      outbox.put(handle, event, now);
      ListedRecords.put(handle, event);
    }
  }

  /** All that have been found so far, whoever found them, and that a source of ours covers. */
  static List<ResourceListed> of(Catalogue catalogue, List<WatchedAs> targets) {
    List<Source> ours = catalogue.sources().stream().filter(Source::ours).toList();
    return targets.stream()
        .flatMap(page -> sourceOf(page, ours).map(source -> listed(source, page.url())).stream())
        .toList();
  }

  /**
   * Whose page it is, if a source found it: the source's that starts there, else its finder's as
   * long as that covers it, else another's that does.
   */
  static Optional<Source> sourceOf(WatchedAs page, List<Source> sources) {
    return page.source()
        .flatMap(finder -> {
          WebUrl url = page.url().url();
          return sources.stream()
              .filter(source -> startsAt(source, page) || source.covers(url))
              .min(
                  Comparator.comparing((Source source) -> !startsAt(source, page))
                      .thenComparing(source -> !source.id().equals(finder)));
        });
  }

  private static boolean startsAt(Source source, WatchedAs page) {
    return CanonicalUrl.identity(source.start()).equals(page.url().value());
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
