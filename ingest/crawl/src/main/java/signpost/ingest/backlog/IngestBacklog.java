package signpost.ingest.backlog;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.successor.SuccessorSearches;
import signpost.record.outbox.Outbox;

/** What waits in ingest. */
@Singleton
public final class IngestBacklog {
  private final Frontier frontier;
  private final Outbox outbox;
  private final SuccessorSearches searches;
  private final InstantSource clock;
  private final InstantSource wall;

  IngestBacklog(
      Frontier frontier,
      Outbox outbox,
      SuccessorSearches searches,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.frontier = frontier;
    this.outbox = outbox;
    this.searches = searches;
    this.clock = clock;
    this.wall = wall;
  }

  /** Targets due now on hosts that are not paused. */
  public long due() {
    return frontier.dueCount(clock.instant());
  }

  /** Visits under way. */
  public long leased() {
    return frontier.leasedCount(wall.instant());
  }

  /** Events not yet acknowledged by Kafka. */
  public long unsent() {
    return outbox.unsentCount();
  }

  /** Pages to be looked for now. */
  public long searches() {
    return searches.due();
  }

  /** When the next target is due, or the next page to be looked for, by the clock. */
  public Optional<Instant> nextDueAt() {
    return Stream.concat(frontier.nextDueAt().stream(), searches.nextDueAt().stream())
        .min(Instant::compareTo);
  }
}
