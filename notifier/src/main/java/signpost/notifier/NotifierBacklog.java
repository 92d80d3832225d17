package signpost.notifier;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import signpost.notifier.decision.Upkeep;
import signpost.notifier.decision.Waiting;
import signpost.notifier.delivery.Ledger;
import signpost.notifier.intake.Lag;
import signpost.notifier.publish.Outbox;

/** What waits in the notifier. */
@Singleton
public final class NotifierBacklog {
  private final Lag lag;
  private final Outbox outbox;
  private final Ledger ledger;
  private final Waiting waiting;
  private final Upkeep upkeep;
  private final InstantSource clock;
  private final InstantSource wall;

  NotifierBacklog(
      Lag lag,
      Outbox outbox,
      Ledger ledger,
      Waiting waiting,
      Upkeep upkeep,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.lag = lag;
    this.outbox = outbox;
    this.ledger = ledger;
    this.waiting = waiting;
    this.upkeep = upkeep;
    this.clock = clock;
    this.wall = wall;
  }

  /** Records not yet handled and committed; very many while Kafka is away. */
  public long lag() {
    return lag.records();
  }

  /** Decisions due now, messages due now or being sent, and events not yet acknowledged. */
  public long undelivered() {
    Instant now = clock.instant();
    return waiting.dueCount(now)
        + (upkeep.isBehind(now) ? 1 : 0)
        + ledger.dueCount(wall.instant())
        + outbox.unsentCount();
  }

  /** When the next decision is due by the clock: a debounce, a digest, a first report. */
  public Optional<Instant> nextWakeAt() {
    return waiting.nextAt(clock.instant());
  }
}
