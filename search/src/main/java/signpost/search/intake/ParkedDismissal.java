package signpost.search.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordDismissed;
import signpost.record.intake.ParkedRecord;
import signpost.record.intake.ParkedRecords;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicWriter;

/** Writes down that ops have seen a record that any part put aside. */
@Singleton
public final class ParkedDismissal {
  private static final Duration WITHIN = Duration.ofSeconds(11);

  private final KafkaConfig kafka;
  private final InstantSource clock;

  ParkedDismissal(KafkaConfig kafka, @Named("clock") InstantSource clock) {
    this.kafka = kafka;
    this.clock = clock;
  }

  /**
   * Returns whether there is such a record.
   *
   * @param name as {@link ParkedRecord#name}
   * @param at when it was put aside
   * @throws signpost.record.AwayException if Kafka does not answer in time
   */
  public boolean dismiss(String by, String topic, String name, String at) {
    Optional<ParkedRecord> found =
        ParkedRecords.lately(kafka)
            .find(by, topic, name)
            .filter(it -> it.parked().at().toString().equals(at));
    found.filter(it -> it.dismissedAt().isEmpty()).ifPresent(this::tell);
    return found.isPresent();
  }

  private void tell(ParkedRecord record) {
    Instant now = clock.instant();
    RecordDismissed event = RecordDismissed.of(record.parked(), record.name(), now);
    String id =
        String.join("|", event.by(), event.originalTopic(), event.place(), "seen", now.toString());
    Envelope envelope = new Envelope(id, "signpost/search", now, now.toEpochMilli(), event);
    try (Producer<String, byte[]> producer = TopicWriter.producer(kafka, WITHIN)) {
      producer.send(TopicWriter.record(kafka, EventCodec.encode(envelope))).get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException | KafkaException e) {
      throw kafka.away(e);
    }
  }
}
