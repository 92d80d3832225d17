package signpost.notifier.publish;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.Message;

/**
 * Sends the outbox to Kafka in order and marks what the broker has acknowledged. While Kafka is
 * away rows wait; a row sent twice has the same id both times.
 */
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int BATCH = 500;
  private static final long IDLE_MILLIS = 500;
  private static final long BACK_OFF_MILLIS = 2_000;

  private final Outbox outbox;
  private final KafkaConfig kafka;
  private final InstantSource wall;
  private final Semaphore signal = new Semaphore(0);
  private final Thread loop;
  private volatile boolean open = true;
  private volatile boolean connected;

  public Relay(Outbox outbox, KafkaConfig kafka, InstantSource wall) {
    this.outbox = outbox;
    this.kafka = kafka;
    this.wall = wall;
    this.loop = Thread.ofPlatform().name("notifier-relay").start(this::run);
  }

  /** Says that rows were committed. */
  public void wake() {
    signal.release();
  }

  /** Whether the last thing Kafka said was not an error. */
  public boolean connected() {
    return connected;
  }

  private void run() {
    while (open) {
      try {
        TopicCreator.create(kafka);
        relay();
      } catch (KafkaException | ExecutionException e) {
        if (connected || !open) {
          LOG.warn("Kafka is away, events wait in the outbox: {}", e.getMessage());
        }
        connected = false;
        pause(BACK_OFF_MILLIS);
      } catch (InterruptedException _) {
        open = false;
      } catch (RuntimeException e) {
        if (open) {
          LOG.error("Publishing failed and starts again", e);
        }
        connected = false;
        pause(BACK_OFF_MILLIS);
      }
    }
  }

  private void relay() throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, byte[]> producer = producer()) {
      connected = true;
      LOG.info("Connected to Kafka at {}", kafka.bootstrapServers());
      while (open) {
        List<Outbox.Row> rows = outbox.unsent(BATCH);
        if (rows.isEmpty()) {
          signal.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
          signal.drainPermits();
        } else {
          send(producer, rows);
        }
      }
    }
  }

  private void send(KafkaProducer<String, byte[]> producer, List<Outbox.Row> rows)
      throws ExecutionException, InterruptedException {
    List<Future<RecordMetadata>> answers = new ArrayList<>(rows.size());
    rows.forEach(row -> answers.add(producer.send(record(row.message()))));
    int acknowledged = 0;
    try {
      for (Future<RecordMetadata> answer : answers) {
        answer.get();
        acknowledged++;
      }
    } finally {
      if (acknowledged > 0) {
        outbox.sent(rows.subList(0, acknowledged), wall.instant());
      }
    }
  }

  private ProducerRecord<String, byte[]> record(Message message) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            kafka.topicPrefix() + message.topic(), message.key(), message.value().orElse(null));
    message.headers().forEach((name, value) -> record.headers().add(name, utf8(value)));
    return record;
  }

  private static byte[] utf8(String value) {
    return value.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(),
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.LINGER_MS_CONFIG, 0,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4_194_304,
            // A row that cannot be delivered in this time is tried again from the outbox.
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      open = false;
    }
  }

  /** Stops after the batch under way; what was not sent waits for the next start. */
  @Override
  public void close() {
    open = false;
    wake();
    try {
      loop.join(2_000);
      loop.interrupt();
      loop.join(2_000);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
