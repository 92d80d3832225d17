package signpost.notifier.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
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

  /** The one that stands at that place of a topic. */
  public ReplayOutcome replay(String topic, String place) {
    try {
      return switch (SoughtRecord.at(kafka, topic, place)) {
        case SoughtRecord.OvertakenRecord _ -> new ReplayOutcome.Overtaken();
        case SoughtRecord.StandingRecord(ReadRecord record) -> replay(record);
      };
    } catch (AwayException e) {
      return new ReplayOutcome.Untried(String.valueOf(e.getMessage()));
    }
  }

  private ReplayOutcome replay(ReadRecord record) {
    return switch (EventCodec.decode(record.message())) {
      case DecodedRecord.Malformed(String reason) -> new ReplayOutcome.RefusedAgain(reason);
      case DecodedRecord.UnknownType(String type) ->
          new ReplayOutcome.RefusedAgain("nobody knows the type " + type);
      case DecodedRecord.KnownEvent _, DecodedRecord.RemovedKey _ -> handled(record);
    };
  }

  private ReplayOutcome handled(ReadRecord record) {
    try {
      database.write(handle -> {
        boolean done = handling.handle(handle, record);
        RecordReplayed event =
            RecordReplayed.of(record.message(), record.place(), "notifier", clock.instant());
        outbox.put(handle, event, clock.instant());
        return done;
      });
      return new ReplayOutcome.Replayed();
    } catch (RuntimeException e) {
      if (TroubleCause.of(e).isPassing()) {
        return new ReplayOutcome.Untried(TroubleCause.of(e).words());
      }
      return new ReplayOutcome.RefusedAgain(RecordFault.inWords(e));
    }
  }
}
