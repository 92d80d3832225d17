package signpost.bench.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.EventCodec;
import signpost.events.WireRecord;

/** Publishes events as ingest would: each the next of its key. */
final class EventStream implements AutoCloseable {
  private final Map<String, Long> sequences = new HashMap<>();
  private final KafkaProducer<String, byte[]> producer;
  private final Instant now;
  private volatile @Nullable Exception failed;

  EventStream(String kafka, Instant now) {
    this.now = now;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "linger.ms", 20, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  void publish(Stream<? extends Event> events) {
    events.forEach(this::publish);
    producer.flush();
    if (failed != null) {
      throw new IllegalStateException("an event could not be published", failed);
    }
  }

  private void publish(Event event) {
    long sequence = sequences.merge(event.topic() + event.key(), 1L, Long::sum);
    WireRecord message = EventCodec.encode(Envelope.of(event, "signpost/ingest", now, sequence));
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(message.topic(), message.key(), message.value().orElse(null));
    message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    Future<RecordMetadata> _ = producer.send(record, this::sent);
  }

  private void sent(RecordMetadata record, @Nullable Exception problem) {
    if (problem != null) {
      failed = problem;
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
