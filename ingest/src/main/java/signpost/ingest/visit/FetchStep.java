package signpost.ingest.visit;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import signpost.events.WebUrl;
import signpost.ingest.fetch.FetchOutcome;
import signpost.ingest.fetch.FetchRequest;
import signpost.ingest.fetch.FetchRequest.Validators;
import signpost.ingest.fetch.Fetcher;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.Lease;

/** Gets one leased URL. */
@Singleton
public final class FetchStep {
  private final Fetcher fetcher;
  private final InstantSource wall;
  private final InstantSource clock;

  FetchStep(
      Fetcher fetcher, @Named("wall") InstantSource wall, @Named("clock") InstantSource clock) {
    this.fetcher = fetcher;
    this.wall = wall;
    this.clock = clock;
  }

  public Visit fetch(Lease lease) {
    FetchOutcome outcome = fetcher.fetch(request(lease));
    return Visit.fetched(
        lease,
        outcome,
        new HostAfter(
            wall.instant(),
            Optional.empty(),
            outcome.getClass().getSimpleName(),
            false,
            clock.instant()));
  }

  private static FetchRequest request(Lease lease) {
    Optional<Validators> validators =
        lease.etag().isEmpty() && lease.lastModified().isEmpty()
            ? Optional.empty()
            : Optional.of(new Validators(lease.etag(), lease.lastModified()));
    return new FetchRequest(WebUrl.of(lease.requestUrl()), validators);
  }
}
