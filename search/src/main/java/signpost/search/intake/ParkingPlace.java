package signpost.search.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ParkedEvent.RecordReplayed;
import signpost.events.WireRecord;
import signpost.record.intake.ReadRecord;
import signpost.record.outbox.SendOutcome;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicWriter;

/**
 * Puts records nobody can read aside, each once, on a topic of their own. Connects when first
 * needed, and outlives the connection.
 */
final class ParkingPlace implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ParkingPlace.class);
  private static final Duration PARKED_WITHIN = Duration.ofSeconds(20);
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final KafkaConfig settings;
  private final InstantSource clock;

  /** Parked, though the index is not committed behind them yet: they are read again. */
  private final Set<ReadRecord> parked = new HashSet<>();

  private @Nullable Producer<String, byte[]> producer;

  ParkingPlace(KafkaConfig settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Returns whether it is put aside now, and was not before. What a process that died had put aside
   * is put aside again under the same id: that of its place.
   */
  boolean park(ReadRecord record, String reason) {
    if (parked.contains(record)) {
      return false;
    }
    Instant now = clock.instant();
    RecordParked event =
        RecordParked.of(record.message(), Optional.of(record.place()), reason, "search", now);
    String id = "search|" + record.message().topic() + "|" + record.place();
    WireRecord message =
        EventCodec.encode(new Envelope(id, "signpost/search", now, record.next(), event));
    send(TopicWriter.record(settings, message));
    parked.add(record);
    return true;
  }

  /** Tells that a record is handled now that was put aside. */
  void replayed(ReadRecord record) {
    Instant now = clock.instant();
    RecordReplayed event = RecordReplayed.of(record.message(), record.place(), "search", now);
    String id = "search|" + record.message().topic() + "|" + record.place() + "|" + now;
    WireRecord message =
        EventCodec.encode(new Envelope(id, "signpost/search", now, record.next(), event));
    send(TopicWriter.record(settings, message));
  }

  /** What was parked is not read again. */
  void committed() {
    parked.clear();
  }

  /** Lets go of the connection; the next record makes another. */
  @Override
  public void close() {
    Producer<String, byte[]> open = producer;
    producer = null;
    if (open != null) {
      open.close(FAREWELL);
    }
  }

  private void send(ProducerRecord<String, byte[]> record) {
    Producer<String, byte[]> open = producer;
    if (open == null) {
      open = TopicWriter.producer(settings, PARKED_WITHIN);
      producer = open;
    }
    try {
      open.send(record).get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      refused(e.getCause() == null ? e : e.getCause());
    }
  }

  private static void refused(Throwable failure) {
    switch (SendOutcome.of(failure)) {
      case SendOutcome.Acknowledged _ -> {
        // A failure is none.
      }
      case SendOutcome.Unsendable(String reason) ->
          log.error("What was put aside cannot be sent either and is dropped: {}", reason);
      case SendOutcome.BrokerAway(Throwable why) -> throw cannot(why);
      case SendOutcome.ConnectionBroken(Throwable why) -> throw cannot(why);
    }
  }

  private static KafkaException cannot(Throwable why) {
    return new KafkaException("cannot park a record", why);
  }
}
