package signpost.search.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.Message;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.Topics;
import signpost.record.topic.KafkaConfig;

/** Puts records nobody can read aside, on a topic of their own. Connects when first needed. */
final class ParkingPlace implements AutoCloseable {
  private final KafkaConfig settings;
  private final InstantSource clock;
  private @Nullable Producer<String, byte[]> producer;

  ParkingPlace(KafkaConfig settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  void park(Message record, String reason) {
    Instant now = clock.instant();
    RecordParked parked = RecordParked.of(record, reason, "search", now);
    Message message =
        EventCodec.encode(Envelope.of(parked, "signpost/search", now, now.toEpochMilli()));
    ProducerRecord<String, byte[]> out =
        new ProducerRecord<>(
            settings.prefixed(message.topic()), message.key(), message.value().orElseThrow());
    message.headers().forEach((name, text) -> out.headers().add(name, text.getBytes(UTF_8)));
    send(out);
  }

  @Override
  public void close() {
    Producer<String, byte[]> open = producer;
    producer = null;
    if (open != null) {
      open.close(java.time.Duration.ofSeconds(2));
    }
  }

  private void send(ProducerRecord<String, byte[]> record) {
    Producer<String, byte[]> open = producer;
    if (open == null) {
      open = new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer());
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

  private Map<String, Object> config() {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MOST_BYTES);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    return config;
  }
}
