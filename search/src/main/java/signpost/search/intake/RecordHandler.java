package signpost.search.intake;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.DecodedRecord;
import signpost.events.EventCodec;
import signpost.events.ShortenedText;
import signpost.record.intake.ReadRecord;
import signpost.record.intake.RecordFault;
import signpost.record.intake.RecordSpan;
import signpost.record.intake.ReplayOutcome;
import signpost.search.index.PageIndex;
import signpost.trace.CurrentSpan;
import signpost.trace.Traces;

/** What becomes of one record: into the index, counted, or parked. */
final class RecordHandler {
  private static final Logger log = LoggerFactory.getLogger(RecordHandler.class);
  private static final int MOST = 200;

  private final PageIndex index;
  private final ParkingPlace parking;
  private final IntakeCounts counts;
  private final Traces traces;

  RecordHandler(PageIndex index, ParkingPlace parking, IntakeCounts counts, Traces traces) {
    this.index = index;
    this.parking = parking;
    this.counts = counts;
    this.traces = traces;
  }

  /** An index that is made anew reads again what was traced when it happened. */
  void handle(ReadRecord record) throws IOException {
    if (index.rebuilding()) {
      handled(record);
    } else {
      traces.run(() -> RecordSpan.of(record), _ -> handled(record));
    }
  }

  private void handled(ReadRecord record) throws IOException {
    try {
      decoded(record);
    } catch (RuntimeException | StackOverflowError e) {
      refused(record, e);
    }
  }

  /** The same when nothing else waits to be written, so that a refusal is this record's. */
  void handleAlone(ReadRecord record) throws IOException {
    try {
      decoded(record);
      index.refresh();
    } catch (RuntimeException | StackOverflowError e) {
      refused(record, e);
      index.forgetUnwritten();
    }
  }

  /** Handles a record again that was put aside; the same where nothing else waits. */
  ReplayOutcome replay(ReadRecord record) throws IOException {
    return switch (EventCodec.decode(record.message())) {
      case DecodedRecord.Malformed(String reason) -> new ReplayOutcome.RefusedAgain(reason);
      case DecodedRecord.UnknownType(String type) ->
          new ReplayOutcome.RefusedAgain("nobody knows the type " + type);
      case DecodedRecord.KnownEvent _, DecodedRecord.RemovedKey _ -> replayed(record);
    };
  }

  private ReplayOutcome replayed(ReadRecord record) throws IOException {
    try {
      decoded(record);
      index.refresh();
    } catch (RuntimeException | StackOverflowError e) {
      index.forgetUnwritten();
      return new ReplayOutcome.RefusedAgain(RecordFault.inWords(e));
    }
    return new ReplayOutcome.Replayed();
  }

  /** Tells that a record is handled now, and durably, that was put aside. */
  void tellReplayed(ReadRecord record) {
    parking.replayed(record);
  }

  private void refused(ReadRecord record, Throwable why) {
    park(record, "the index refuses it: " + RecordFault.inWords(why));
  }

  private void decoded(ReadRecord record) throws IOException {
    switch (EventCodec.decode(record.message())) {
      case DecodedRecord.KnownEvent(var envelope) -> {
        index.put(envelope);
        counts.handled(record.message().topic());
      }
      case DecodedRecord.RemovedKey(var topic, var key, _) -> {
        index.remove(topic, key);
        counts.handled(topic);
      }
      case DecodedRecord.UnknownType(var type) -> {
        log.debug("Skipped a record of the unknown type {}", type);
        counts.unknownType(record.message().topic());
      }
      case DecodedRecord.Malformed(var reason) -> park(record, reason);
    }
  }

  private void park(ReadRecord record, String reason) {
    CurrentSpan.get().failed("parked");
    if (parking.park(record, reason)) {
      log.warn(
          "Parked a record of {}: {}", record.message().topic(), ShortenedText.line(MOST, reason));
      counts.parked(record.message().topic());
    }
  }

  /** What was handled is not read again. */
  void committed() {
    parking.committed();
  }
}
