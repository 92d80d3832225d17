package signpost.ingest.listing;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Catalogue;
import signpost.catalogue.Guide;
import signpost.catalogue.Listings;
import signpost.catalogue.Resource;
import signpost.events.CanonicalUrl;
import signpost.events.Event;
import signpost.events.ResourceEvent;
import signpost.events.Topics;
import signpost.ingest.frontier.Watch;
import signpost.ingest.publish.Outbox;
import signpost.ingest.publish.Relay;
import signpost.ingest.store.Database;
import signpost.ingest.visit.Watching;

/**
 * Brings what is watched and what the world knows in line with the catalogue, in one transaction.
 * The comparison is with what was last written, so a restart repeats nothing and misses nothing.
 */
@Singleton
public final class ListingSync {
  private final Database database;
  private final Outbox outbox;
  private final Relay relay;
  private final Watching watching;
  private final InstantSource clock;

  ListingSync(
      Database database,
      Outbox outbox,
      Relay relay,
      Watching watching,
      @Named("clock") InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.relay = relay;
    this.watching = watching;
    this.clock = clock;
  }

  /** What was done. {@code listed} and {@code removed} count records of resources and guides. */
  public record Synced(int listed, int removed) {}

  /**
   * Applies a catalogue. Where a file could not be read ({@code complete} is false) nothing is
   * taken away: what it held may only be missing because of a slip of the pen.
   */
  public Synced apply(Catalogue catalogue, boolean complete) {
    Synced synced = database.write(handle -> apply(handle, catalogue, complete, clock.instant()));
    relay.wake();
    return synced;
  }

  private Synced apply(Handle handle, Catalogue catalogue, boolean complete, Instant now) {
    Listings listings = catalogue.listings();
    Map<String, String> before = Listed.all(handle);
    List<Event> events = new ArrayList<>(listings.guides().values());
    listings.resources().values().forEach(resource -> events.add(resource.listed()));
    SourcePages.of(handle, catalogue, complete).stream()
        .filter(page -> !listings.resources().containsKey(page.resource()))
        .forEach(events::add);
    List<Event> fresh =
        events.stream()
            .filter(event -> !Listed.written(event).equals(before.get(event.key())))
            .toList();
    fresh.forEach(event -> list(handle, event, now));
    List<String> gone =
        complete
            ? before.keySet().stream()
                .filter(key -> events.stream().noneMatch(event -> event.key().equals(key)))
                .toList()
            : List.of();
    gone.forEach(key -> unlist(handle, key, now));
    Referrals referrals = new Referrals(catalogue, listings, now);
    watching.begin(handle, referrals.watches());
    unread(catalogue).forEach(page -> watching.readNow(handle, page, now));
    Stream<String> listed = events.stream().map(Event::key);
    perhapsEnded(listings, Stream.concat(gone.stream(), listed))
        .forEach(url -> settle(handle, url, referrals, complete, now));
    return new Synced(fresh.size(), gone.size());
  }

  /**
   * Pages that guides follow and that were never read as that: visits for somebody else's sake may
   * have seen them, and until they are read nothing is taken away.
   */
  private static Stream<CanonicalUrl> unread(Catalogue catalogue) {
    return catalogue.guides().stream()
        .filter(Guide::followsLivePage)
        .flatMap(guide -> guide.url().stream())
        .map(CanonicalUrl::of);
  }

  /** Addresses that no active placement may refer to any more. */
  private static Stream<CanonicalUrl> perhapsEnded(Listings listings, Stream<String> keys) {
    Stream<CanonicalUrl> others =
        keys.filter(key -> !key.startsWith(ResourceEvent.GuideListed.keyOf("")))
            .map(CanonicalUrl::new)
            .filter(url -> !listings.resources().containsKey(url));
    Stream<CanonicalUrl> inactive =
        listings.resources().values().stream()
            .filter(resource -> !resource.watched())
            .map(Resource::url);
    return Stream.concat(others, inactive);
  }

  /** Watches an address for those who are left, and no longer if nobody is. */
  private void settle(
      Handle handle, CanonicalUrl url, Referrals referrals, boolean complete, Instant now) {
    Optional<Watch> left = referrals.left(handle, url);
    if (left.isPresent()) {
      watching.goOn(handle, left.get());
    } else if (complete) {
      watching.end(handle, url, now);
    } else {
      watching.silence(handle, url);
    }
  }

  private void list(Handle handle, Event event, Instant now) {
    outbox.put(handle, event, now);
    Listed.put(handle, event);
  }

  private void unlist(Handle handle, String key, Instant now) {
    outbox.remove(handle, Topics.RESOURCES, key, now);
    Listed.remove(handle, key);
  }
}
