package signpost.ingest.listing;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Catalogue;
import signpost.catalogue.CatalogueListings;
import signpost.events.Event;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.events.Topics;
import signpost.ingest.visit.TargetWatching;
import signpost.record.outbox.Outbox;
import signpost.record.outbox.Relay;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;

/**
 * Brings what is watched and what the world knows in line with the catalogue, in one transaction.
 * The comparison is with what was last written, so a restart repeats nothing and misses nothing.
 */
@Singleton
public final class ListingSync {
  private final Database database;
  private final Outbox outbox;
  private final Relay relay;
  private final TargetWatching watching;
  private final InstantSource clock;

  ListingSync(
      Database database,
      Outbox outbox,
      Relay relay,
      TargetWatching watching,
      @Named("clock") InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.relay = relay;
    this.watching = watching;
    this.clock = clock;
  }

  /** What was done. {@code listed} and {@code removed} count records of resources and guides. */
  public record SyncResult(int listed, int removed) {}

  /**
   * Applies a catalogue. Where a file could not be read ({@code complete} is false) nothing is
   * taken away, neither a resource nor one of those who place it: what the file held may only be
   * missing because of a slip of the pen.
   *
   * @param unread pages to read in full as soon as may be
   */
  public SyncResult apply(Catalogue catalogue, boolean complete, List<CanonicalUrl> unread) {
    Instant now = clock.instant();
    SyncResult synced =
        database.write(handle -> {
          SyncResult applied = apply(handle, catalogue, complete, now);
          readNow(handle, unread, now);
          return applied;
        });
    relay.wake();
    return synced;
  }

  /** Reads pages in full as soon as their hosts' turn comes. */
  void readAgain(List<CanonicalUrl> pages) {
    Instant now = clock.instant();
    database.write(handle -> {
      readNow(handle, pages, now);
      return pages.size();
    });
  }

  private void readNow(Handle handle, List<CanonicalUrl> pages, Instant now) {
    pages.forEach(page -> watching.readNow(handle, page, now));
  }

  private SyncResult apply(Handle handle, Catalogue catalogue, boolean complete, Instant now) {
    CatalogueListings listings = catalogue.listings();
    CatalogueReferrals referrals = new CatalogueReferrals(catalogue, listings, now);
    watching.begin(handle, referrals.watches());
    List<WatchedAs> watched = WatchedAs.all(handle);
    List<Event> events = events(catalogue, listings, watched);
    Map<String, String> before = ListedRecords.all(handle);
    List<Event> fresh =
        events.stream()
            .filter(event -> !ListedRecords.written(event).equals(before.get(event.key())))
            .filter(event -> complete || !loses(before, event))
            .toList();
    fresh.forEach(event -> list(handle, event, now));
    if (!complete) {
      fresh.forEach(event -> silence(handle, event));
      return new SyncResult(fresh.size(), 0);
    }
    Set<String> keys = events.stream().map(Event::key).collect(Collectors.toSet());
    List<String> gone = before.keySet().stream().filter(key -> !keys.contains(key)).toList();
    gone.forEach(key -> unlist(handle, key, now));
    watched.forEach(target -> settle(handle, target, referrals, now));
    return new SyncResult(fresh.size(), gone.size());
  }

  private static List<Event> events(
      Catalogue catalogue, CatalogueListings listings, List<WatchedAs> watched) {
    List<Event> events = new ArrayList<>(listings.guides().values());
    listings.resources().values().forEach(resource -> events.add(resource.listed()));
    SourcePages.of(catalogue, watched).stream()
        .filter(page -> !listings.resources().containsKey(page.resource()))
        .forEach(events::add);
    return events;
  }

  private static boolean loses(Map<String, String> before, Event event) {
    return Optional.ofNullable(before.get(event.key()))
        .flatMap(written -> ListedRecords.read(written, event))
        .filter(was -> ListingLosses.any(was, event))
        .isPresent();
  }

  /** Watches a target for those who are left, and no longer if nobody is. */
  private void settle(Handle handle, WatchedAs target, CatalogueReferrals referrals, Instant now) {
    referrals
        .left(target)
        .ifPresentOrElse(
            left -> {
              if (!target.isAs(left)) {
                watching.goOn(handle, left);
              }
            },
            () -> watching.end(handle, target.url(), now));
  }

  private void list(Handle handle, Event event, Instant now) {
    outbox.put(handle, event, now);
    ListedRecords.put(handle, event);
  }

  private void silence(Handle handle, Event event) {
    if (event instanceof ResourceListed listed && listed.status() != PlacementStatus.ACTIVE) {
      watching.silence(handle, listed.resource());
    }
  }

  private void unlist(Handle handle, String key, Instant now) {
    outbox.remove(handle, Topics.RESOURCES, key, now);
    ListedRecords.remove(handle, key);
  }
}
