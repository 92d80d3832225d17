package signpost.ingest.visit;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import signpost.events.RecordJson;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.Lease;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.FetchRequest.CacheValidators;
import signpost.web.health.Observation;
import signpost.web.health.StatusPolicy;
import signpost.web.politeness.HostPace;
import signpost.web.politeness.PoliteFetcher;
import signpost.web.politeness.PoliteFetcher.PoliteVisit;

/** Gets one leased URL, with manners, and works out when its host may be asked again. */
@Singleton
public final class FetchStep {
  private final PoliteFetcher fetcher;
  private final InstantSource wall;
  private final InstantSource clock;
  private final OurNetwork network;
  private final BrowserPages browser;
  private final PublisherClocks clocks;

  FetchStep(
      PoliteFetcher fetcher,
      OurNetwork network,
      BrowserPages browser,
      PublisherClocks clocks,
      @Named("wall") InstantSource wall,
      @Named("clock") InstantSource clock) {
    this.fetcher = fetcher;
    this.network = network;
    this.browser = browser;
    this.clocks = clocks;
    this.wall = wall;
    this.clock = clock;
  }

  /** The visit as far as its bytes; what they say comes next. */
  public Visit fetch(LeaseUse.ForTarget asking) {
    Lease lease = asking.lease();
    PoliteVisit visited = fetcher.visit(request(lease), pace(lease));
    browser.visited();
    if (visited.outcome() instanceof Answered answer) {
      clocks.look(answer);
    }
    network.control(StatusPolicy.of(visited.outcome(), Optional.empty()));
    return Visit.of(lease, visited.outcome(), after(visited));
  }

  /** What is answered to a probe. */
  public ProbeVisit ask(LeaseUse.ForProbe asking) {
    Lease lease = asking.lease();
    PoliteVisit asked = fetcher.visit(asking.probe().request(), pace(lease));
    return new ProbeVisit(lease, asking.probe(), asked.outcome(), after(asked), Optional.empty());
  }

  private HostPace pace(Lease lease) {
    return lease
        .pace()
        .map(json -> RecordJson.read(json, HostPace.class))
        .orElseGet(() -> HostPace.fresh(wall.instant()));
  }

  private HostAfter after(PoliteVisit visited) {
    HostPace pace = visited.pace();
    Observation seen = StatusPolicy.of(visited.outcome(), Optional.empty());
    return new HostAfter(
        pace.nextAllowedAt(), Optional.of(RecordJson.write(pace)), seen.words(), clock.instant());
  }

  private static FetchRequest request(Lease lease) {
    Optional<CacheValidators> validators =
        lease.etag().isEmpty() && lease.lastModified().isEmpty()
            ? Optional.empty()
            : Optional.of(new CacheValidators(lease.etag(), lease.lastModified()));
    return new FetchRequest(WebUrl.of(lease.requestUrl()), validators);
  }
}
