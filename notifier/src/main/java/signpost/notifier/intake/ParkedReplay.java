package signpost.notifier.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import signpost.events.DecodedRecord;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordReplayed;
import signpost.record.AwayException;
import signpost.record.TroubleCause;
import signpost.record.intake.ReadRecord;
import signpost.record.intake.RecordFault;
import signpost.record.intake.ReplayOutcome;
import signpost.record.intake.SoughtRecord;
import signpost.record.outbox.Outbox;
import signpost.record.store.Database;
import signpost.record.topic.KafkaConfig;

/** Handles a record again that was put aside, as if it had only now been read. */
@Singleton
public final class ParkedReplay {
  private static final String BY = "notifier";

  private final KafkaConfig kafka;
  private final Database database;
  private final EventHandling handling;
  private final Outbox outbox;
  private final InstantSource clock;

  ParkedReplay(
      KafkaConfig kafka,
      Database database,
      EventHandling handling,
      Outbox outbox,
      @Named("clock") InstantSource clock) {
    this.kafka = kafka;
    this.database = database;
    this.handling = handling;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The one that stands at that place of a topic.
   *
   * @param aside where the event stands that put it aside
   */
  public ReplayOutcome replay(String topic, String place, String aside) {
    try {
      return switch (SoughtRecord.at(kafka, BY, topic, place, aside)) {
        case SoughtRecord.NeverParkedRecord _ -> new ReplayOutcome.NeverParked();
        case SoughtRecord.OvertakenRecord _ -> new ReplayOutcome.Overtaken();
        case SoughtRecord.StandingRecord sought -> replay(sought);
      };
    } catch (AwayException e) {
      return new ReplayOutcome.Untried(String.valueOf(e.getMessage()));
    }
  }

  private ReplayOutcome replay(SoughtRecord.StandingRecord sought) {
    return switch (EventCodec.decode(sought.record().message())) {
      case DecodedRecord.Malformed(String reason) -> new ReplayOutcome.RefusedAgain(reason);
      case DecodedRecord.UnknownType(String type) ->
          new ReplayOutcome.RefusedAgain("nobody knows the type " + type);
      case DecodedRecord.KnownEvent _, DecodedRecord.RemovedKey _ -> written(sought);
    };
  }

  private ReplayOutcome written(SoughtRecord.StandingRecord sought) {
    try {
      return database.write(handle -> handled(handle, sought));
    } catch (RuntimeException e) {
      if (TroubleCause.of(e).isPassing()) {
        return new ReplayOutcome.Unclear(TroubleCause.of(e).words());
      }
      return new ReplayOutcome.RefusedAgain(RecordFault.inWords(e));
    }
  }

  /** What was read behind the end that was looked to may be newer of its kind. */
  private ReplayOutcome handled(Handle handle, SoughtRecord.StandingRecord sought) {
    ReadRecord record = sought.record();
    long stands = SqlPositions.all(handle).getOrDefault(record.partition(), 0L);
    if (stands > sought.checkedTo()) {
      return ReplayOutcome.Untried.readOn();
    }
    return switch (handling.replay(handle, record)) {
      case HANDLED -> {
        RecordReplayed event =
            RecordReplayed.of(record.message(), record.place(), BY, clock.instant());
        outbox.put(handle, event, clock.instant());
        yield new ReplayOutcome.Replayed();
      }
      case REPEATED -> new ReplayOutcome.Overtaken();
      case UNKNOWN, PARKED -> throw new IllegalStateException("decoded in two ways");
    };
  }
}
