package signpost.search.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordDismissed;
import signpost.record.intake.ParkedExtent;
import signpost.record.intake.ParkedGroup;
import signpost.record.intake.ParkedRecord;
import signpost.record.intake.ParkedTally;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicWriter;

/** Writes down that ops have seen records that any part put aside. */
@Singleton
public final class ParkedDismissal {
  private static final Duration WITHIN = Duration.ofSeconds(11);

  private final KafkaConfig kafka;
  private final ParkedTally tally;
  private final InstantSource clock;

  ParkedDismissal(KafkaConfig kafka, ParkedTally tally, @Named("clock") InstantSource clock) {
    this.kafka = kafka;
    this.tally = tally;
    this.clock = clock;
  }

  /**
   * Returns whether there is such a record, put aside by the event that stands there.
   *
   * @param name as {@link ParkedRecord#name}
   * @param aside where that event stands, as {@link ParkedRecord#aside}
   * @throws signpost.record.AwayException if Kafka does not answer in time
   */
  public boolean dismiss(String by, String topic, String name, String aside) {
    Optional<ParkedRecord> found = tally.ask(picture -> picture.find(by, topic, name, aside));
    tell(found.filter(it -> it.dismissedAt().isEmpty()).stream().toList());
    return found.isPresent();
  }

  /**
   * How many records of a group were dismissed.
   *
   * @param ofMore whether more wait than were looked at, of that group or another
   */
  public record DismissedGroup(int count, boolean ofMore) {}

  /**
   * Dismisses those of a group that wait, without what was put aside since it was looked at.
   *
   * @param seen how far it was looked at
   * @throws signpost.record.AwayException if Kafka does not answer in time; some of them may be
   *     dismissed then
   */
  public DismissedGroup dismiss(ParkedGroup group, ParkedExtent seen) {
    ShownGroup shown =
        tally.ask(picture -> new ShownGroup(picture.of(group, seen), picture.isFull()));
    tell(shown.waiting());
    return new DismissedGroup(shown.waiting().size(), shown.ofMore());
  }

  private record ShownGroup(List<ParkedRecord> waiting, boolean ofMore) {}

  private void tell(List<ParkedRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    try (Producer<String, byte[]> producer = TopicWriter.producer(kafka, WITHIN)) {
      List<Future<RecordMetadata>> sent =
          records.stream().map(it -> producer.send(dismissal(it, now))).toList();
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException | KafkaException e) {
      throw kafka.away(e);
    }
  }

  private ProducerRecord<String, byte[]> dismissal(ParkedRecord record, Instant now) {
    RecordDismissed event =
        new RecordDismissed(record.topic(), record.key(), record.name(), record.by(), now);
    String id =
        String.join(
            "|", event.by(), event.originalTopic(), record.aside().text(), "seen", now.toString());
    return TopicWriter.record(
        kafka,
        EventCodec.encode(new Envelope(id, "signpost/search", now, now.toEpochMilli(), event)));
  }
}
