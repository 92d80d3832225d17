package signpost.ingest.listing;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import signpost.catalogue.Catalogue;
import signpost.catalogue.CatalogueListings;
import signpost.catalogue.Guide;
import signpost.catalogue.Resource;
import signpost.catalogue.Source;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.WatchedUrl;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/**
 * Who in a catalogue refers to an address: guides as to their own page, placements, sources as to a
 * page of theirs. It is watched for all of them together, and for as long as one is left.
 */
final class CatalogueReferrals {
  private final Catalogue catalogue;
  private final Instant now;
  private final Map<CanonicalUrl, WatchedUrl> watches = new LinkedHashMap<>();

  CatalogueReferrals(Catalogue catalogue, CatalogueListings listings, Instant now) {
    this.catalogue = catalogue;
    this.now = now;
    catalogue.guides().forEach(this::page);
    listings.resources().values().stream().filter(Resource::visited).forEach(this::resource);
    catalogue.sources().forEach(this::start);
  }

  /** What the catalogue itself wants watched, each address once. */
  Collection<WatchedUrl> watches() {
    return watches.values();
  }

  /**
   * For whom a target is still watched, and of which source it is a page; empty when nobody is
   * left.
   */
  Optional<WatchedUrl> left(WatchedAs target) {
    Optional<String> source = SourcePages.sourceOf(target, catalogue.sources()).map(Source::id);
    return Optional.ofNullable(watches.get(target.url()))
        .or(() -> source.map(_ -> found(target.url())))
        .map(watch -> of(source, watch));
  }

  private WatchedUrl found(CanonicalUrl url) {
    return new WatchedUrl(
        url, url.value(), TargetKind.SOURCE_PAGE, false, Optional.empty(), 0, now);
  }

  private static WatchedUrl of(Optional<String> source, WatchedUrl watch) {
    return new WatchedUrl(
        watch.url(), watch.requestUrl(), watch.kind(), watch.placed(), source, 0, watch.dueAt());
  }

  private void page(Guide guide) {
    guide.url().ifPresent(url -> add(url, TargetKind.GUIDE, guide.ours(), Optional.empty()));
  }

  private void resource(Resource resource) {
    add(resource.request(), TargetKind.RESOURCE, resource.watched(), Optional.empty());
  }

  private void start(Source source) {
    add(source.start(), TargetKind.SOURCE_PAGE, source.ours(), Optional.of(source.id()));
  }

  private void add(WebUrl url, TargetKind kind, boolean placed, Optional<String> source) {
    CanonicalUrl identity = CanonicalUrl.of(url);
    watches.merge(
        identity,
        new WatchedUrl(identity, url.href(), kind, placed, source, 0, now),
        CatalogueReferrals::together);
  }

  /** The first says what it is: the page of a guide is followed, whoever else places it. */
  private static WatchedUrl together(WatchedUrl first, WatchedUrl other) {
    return new WatchedUrl(
        first.url(),
        first.requestUrl(),
        first.kind(),
        first.placed() || other.placed(),
        first.source().or(other::source),
        0,
        first.dueAt());
  }
}
