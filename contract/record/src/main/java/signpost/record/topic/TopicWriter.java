package signpost.record.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import signpost.events.Topics;
import signpost.events.WireRecord;

/** How messages of the contract are written to Kafka. */
public final class TopicWriter {
  private static final int BATCH_BYTES = 256 * 1024;

  private TopicWriter() {}

  /**
   * A producer that keeps the order and repeats nothing. One request waits for another: of several
   * to a topic made just now the first may be refused (no leader yet) and the second taken, and
   * then the first is out of order for good. What comes meanwhile goes in one batch.
   *
   * @param within after so long an attempt counts as failed; more than ten seconds
   * @throws org.apache.kafka.common.KafkaException if it cannot be made
   * @throws signpost.record.AwayException if a file by which it is secured cannot be used now
   */
  public static KafkaProducer<String, byte[]> producer(KafkaConfig kafka, Duration within) {
    Map<String, Object> settings = new HashMap<>(kafka.connection());
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MOST_BYTES);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) within.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** The message as a record; one that takes a key away has no value. */
  public static ProducerRecord<String, byte[]> record(KafkaConfig kafka, WireRecord message) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            kafka.prefixed(message.topic()), message.key(), message.value().orElse(null));
    message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }
}
