package signpost.ingest.visit;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import signpost.ingest.frontier.HostMemory;
import signpost.record.store.Database;
import signpost.web.politeness.AskedHosts;
import signpost.web.politeness.HostPace;
import signpost.web.politeness.PoliteFetcher;

/**
 * The hosts that a page in a browser asks: as the frontier knows them before, and resting after.
 * How they fared says nothing of them, for the page has chosen what it asked. The host of the page
 * itself is leased by its visit, which keeps how long it rests.
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

  /** The page's own host has just answered, and this is its visit. */
  private HostPace pace(Visit.Answered visit, String origin) {
    return origin.equals(visit.lease().host())
        ? HostPace.fresh(wall.instant())
        : database.read(handle -> HostMemory.pace(handle, origin, clock.instant(), wall.instant()));
  }

  /** Lets its own host rest for as many pauses as it had requests, and others for one. */
  Visit.Answered rested(Visit.Answered visit, AskedHosts hosts) {
    Map<String, Integer> others = new HashMap<>(hosts.asked());
    Integer own = others.remove(visit.lease().host());
    if (!others.isEmpty()) {
      Instant now = wall.instant();
      database.write(handle -> {
        others.keySet().forEach(origin -> HostMemory.rest(handle, origin, now));
        return others.size();
      });
    }
    return own == null ? visit : resting(visit, own);
  }

  private Visit.Answered resting(Visit.Answered visit, int requests) {
    Instant now = wall.instant();
    HostPace pace = visit.host().known().orElseGet(() -> HostPace.fresh(now));
    return new Visit.Answered(
        visit.lease(), visit.outcome(), visit.host().resting(pace.resting(requests, now)));
  }
}
