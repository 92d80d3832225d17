package signpost.notifier.backlog;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import signpost.notifier.delivery.DeliveryLedger;
import signpost.notifier.due.DecisionQueue;
import signpost.notifier.intake.NotifierIntake;
import signpost.notifier.upkeep.TimedUpkeep;
import signpost.record.outbox.Outbox;

/** What waits in the notifier. */
@Singleton
public final class NotifierBacklog {
  private final NotifierIntake intake;
  private final Outbox outbox;
  private final DeliveryLedger ledger;
  private final DecisionQueue waiting;
  private final TimedUpkeep upkeep;
  private final InstantSource clock;
  private final InstantSource wall;

  NotifierBacklog(
      NotifierIntake intake,
      Outbox outbox,
      DeliveryLedger ledger,
      DecisionQueue waiting,
      TimedUpkeep upkeep,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.intake = intake;
    this.outbox = outbox;
    this.ledger = ledger;
    this.waiting = waiting;
    this.upkeep = upkeep;
    this.clock = clock;
    this.wall = wall;
  }

  /** Records not yet handled and committed; very many while Kafka is away. */
  public long lag() {
    return intake.lag();
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
