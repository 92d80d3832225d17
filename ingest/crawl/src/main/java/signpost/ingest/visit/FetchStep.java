package signpost.ingest.visit;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.Lease;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.FetchRequest.Validators;
import signpost.web.health.Observation;
import signpost.web.health.Observations;
import signpost.web.health.TargetStateCodec;
import signpost.web.politeness.HostPace;
import signpost.web.politeness.PoliteFetcher;
import signpost.web.politeness.PoliteFetcher.Visited;

/** Gets one leased URL, with manners, and works out when its host may be asked again. */
@Singleton
public final class FetchStep {
  private final PoliteFetcher fetcher;
  private final InstantSource wall;
  private final InstantSource clock;
  private final OurNetwork network;
  private final Errands errands;

  FetchStep(
      PoliteFetcher fetcher,
      OurNetwork network,
      Errands errands,
      @Named("wall") InstantSource wall,
      @Named("clock") InstantSource clock) {
    this.fetcher = fetcher;
    this.network = network;
    this.errands = errands;
    this.wall = wall;
    this.clock = clock;
  }

  /** The visit as far as its bytes; what they say comes next. */
  public Visit fetch(Lease lease) {
    HostPace before =
        lease
            .pace()
            .map(json -> TargetStateCodec.read(json, HostPace.class))
            .orElseGet(() -> HostPace.fresh(wall.instant()));
    Optional<Errand> errand = errands.of(lease.url());
    if (errand.isPresent()) {
      Visited asked = fetcher.visit(FetchRequest.of(errand.get().address()), before);
      return Visit.on(errand.get(), lease, asked.outcome(), after(asked));
    }
    Visited visited = fetcher.visit(request(lease), before);
    network.control(Observations.of(visited.outcome(), Optional.empty()));
    return Visit.fetched(lease, visited.outcome(), after(visited));
  }

  private HostAfter after(Visited visited) {
    HostPace pace = visited.pace();
    Observation seen = Observations.of(visited.outcome(), Optional.empty());
    return new HostAfter(
        pace.nextAllowedAt(),
        Optional.of(TargetStateCodec.write(pace)),
        seen.words(),
        seen instanceof Observation.Fails,
        clock.instant());
  }

  private static FetchRequest request(Lease lease) {
    Optional<Validators> validators =
        lease.etag().isEmpty() && lease.lastModified().isEmpty()
            ? Optional.empty()
            : Optional.of(new Validators(lease.etag(), lease.lastModified()));
    return new FetchRequest(WebUrl.of(lease.requestUrl()), validators);
  }
}
