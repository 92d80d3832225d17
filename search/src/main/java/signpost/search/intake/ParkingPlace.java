package signpost.search.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

/** Puts records nobody can read aside, on a topic of their own. Connects when first needed. */
final class ParkingPlace implements AutoCloseable {
  /** A record may hold 4 MiB, and Base64 adds a third. */
  private static final int MAX_VALUE = 2 * 1024 * 1024;

  private final KafkaSettings settings;
  private final TopicSet topics;
  private final InstantSource clock;
  private @Nullable Producer<String, byte[]> producer;

  ParkingPlace(KafkaSettings settings, TopicSet topics, InstantSource clock) {
    this.settings = settings;
    this.topics = topics;
    this.clock = clock;
  }

  void park(String topic, ConsumerRecord<String, byte[]> record, String reason) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    byte[] kept = Arrays.copyOf(value, Math.min(value.length, MAX_VALUE));
    RecordParked parked =
        new RecordParked(
            topic,
            record.key() == null ? "" : record.key(),
            Base64.getEncoder().encodeToString(kept),
            reason,
            "search",
            clock.instant());
    Message message =
        EventCodec.encode(
            Envelope.of(parked, "signpost/search", clock.instant(), record.offset() + 1));
    ProducerRecord<String, byte[]> out =
        new ProducerRecord<>(
            topics.prefixed(message.topic()), message.key(), message.value().orElseThrow());
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
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    return config;
  }
}
