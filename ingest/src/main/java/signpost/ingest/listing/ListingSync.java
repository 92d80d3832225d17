package signpost.ingest.listing;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Catalogue;
import signpost.catalogue.Guide;
import signpost.catalogue.Listings;
import signpost.catalogue.Resource;
import signpost.catalogue.Source;
import signpost.events.CanonicalUrl;
import signpost.events.Event;
import signpost.events.ResourceEvent;
import signpost.events.Topics;
import signpost.ingest.frontier.TargetKind;
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
    SourcePages.of(handle, catalogue).stream()
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
    watch(handle, catalogue, listings, now);
    return new Synced(fresh.size(), gone.size());
  }

  private void list(Handle handle, Event event, Instant now) {
    outbox.put(handle, event, now);
    Listed.put(handle, event);
  }

  /** Guides first: the page of one guide may be a resource of another, and stays a guide's page. */
  private void watch(Handle handle, Catalogue catalogue, Listings listings, Instant now) {
    List<Watch> watches = new ArrayList<>();
    catalogue.guides().forEach(guide -> page(guide, now).ifPresent(watches::add));
    listings.resources().values().stream()
        .filter(Resource::visited)
        .forEach(resource -> watches.add(watch(resource, now)));
    catalogue.sources().forEach(source -> watches.add(start(source, now)));
    watching.begin(handle, watches);
    listings.resources().values().stream()
        .filter(Resource::probable)
        .forEach(resource -> watching.silence(handle, resource.url()));
    listings.resources().values().stream()
        .filter(resource -> !resource.visited())
        .forEach(resource -> watching.end(handle, resource.url(), now));
  }

  private static Optional<Watch> page(Guide guide, Instant now) {
    return guide
        .url()
        .map(url ->
            new Watch(
                CanonicalUrl.of(url),
                url.href(),
                TargetKind.GUIDE,
                guide.ours(),
                Optional.empty(),
                0,
                now));
  }

  private static Watch watch(Resource resource, Instant now) {
    return new Watch(
        resource.url(),
        resource.request().href(),
        TargetKind.RESOURCE,
        resource.watched(),
        Optional.empty(),
        0,
        now);
  }

  private static Watch start(Source source, Instant now) {
    return new Watch(
        CanonicalUrl.of(source.start()),
        source.start().href(),
        TargetKind.SOURCE_PAGE,
        source.ours(),
        Optional.of(source.id()),
        0,
        now);
  }

  private void unlist(Handle handle, String key, Instant now) {
    outbox.remove(handle, Topics.RESOURCES, key, now);
    Listed.remove(handle, key);
    if (!key.startsWith(ResourceEvent.GuideListed.keyOf(""))) {
      watching.end(handle, new CanonicalUrl(key), now);
    }
  }
}
