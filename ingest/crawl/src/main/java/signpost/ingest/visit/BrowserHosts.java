package signpost.ingest.visit;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import signpost.events.RecordJson;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.HostMemory;
import signpost.record.store.Database;
import signpost.web.politeness.AskedHosts;
import signpost.web.politeness.AskedHosts.AskedHost;
import signpost.web.politeness.HostPace;
import signpost.web.politeness.PoliteFetcher;

/**
 * The hosts that a page in a browser asks: as the frontier knows them before, and it remembers them
 * after. The host of the page itself is leased by its visit, which keeps what it is told.
 */
@Singleton
final class BrowserHosts {
  private final Database database;
  private final PoliteFetcher fetcher;
  private final InstantSource wall;
  private final InstantSource clock;

  BrowserHosts(
      Database database,
      PoliteFetcher fetcher,
      @Named("wall") InstantSource wall,
      @Named("clock") InstantSource clock) {
    this.database = database;
    this.fetcher = fetcher;
    this.wall = wall;
    this.clock = clock;
  }

  /** What asks for a page. */
  AskedHosts of(Visit.Answered visit) {
    return new AskedHosts(fetcher, wall, origin -> pace(visit, origin));
  }

  private HostPace pace(Visit.Answered visit, String origin) {
    return origin.equals(visit.lease().host())
        ? own(visit)
        : database.read(handle -> HostMemory.pace(handle, origin, clock.instant(), wall.instant()));
  }

  private HostPace own(Visit.Answered visit) {
    return visit
        .host()
        .pace()
        .map(json -> RecordJson.read(json, HostPace.class))
        .orElseGet(() -> HostPace.fresh(wall.instant()));
  }

  /** Lets each host rest for as many pauses as it had requests; the visit as its own host is. */
  Visit.Answered rested(Visit.Answered visit, AskedHosts hosts) {
    Map<String, HostPace> paces = new HashMap<>();
    hosts.asked().forEach((origin, host) -> rest(host).ifPresent(it -> paces.put(origin, it)));
    Optional<HostPace> own = Optional.ofNullable(paces.remove(visit.lease().host()));
    if (!paces.isEmpty()) {
      database.write(handle -> {
        paces.forEach((origin, pace) -> HostMemory.keepPace(handle, origin, pace));
        return paces.size();
      });
    }
    return own.map(pace -> with(visit, pace)).orElse(visit);
  }

  private Optional<HostPace> rest(AskedHost host) {
    Instant now = wall.instant();
    return host.requests() == 0
        ? Optional.empty()
        : Optional.of(host.pace().resting(host.requests(), now));
  }

  private static Visit.Answered with(Visit.Answered visit, HostPace pace) {
    HostAfter host = visit.host();
    return new Visit.Answered(
        visit.lease(),
        visit.outcome(),
        new HostAfter(
            pace.nextAllowedAt(),
            Optional.of(RecordJson.write(pace)),
            host.lastOutcome(),
            host.failed(),
            host.visitedAt()));
  }
}
