package signpost.search.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.WireRecord;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicWriter;

/** Puts records nobody can read aside, on a topic of their own. Connects when first needed. */
final class ParkingPlace implements AutoCloseable {
  private static final Duration PARKED_WITHIN = Duration.ofSeconds(20);
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final KafkaConfig settings;
  private final InstantSource clock;
  private @Nullable Producer<String, byte[]> producer;

  ParkingPlace(KafkaConfig settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  void park(WireRecord record, String reason) {
    Instant now = clock.instant();
    RecordParked parked = RecordParked.of(record, reason, "search", now);
    WireRecord message =
        EventCodec.encode(Envelope.of(parked, "signpost/search", now, now.toEpochMilli()));
    send(TopicWriter.record(settings, message));
  }

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
      throw new KafkaException("cannot park a record", e);
    }
  }
}
