package signpost.notifier.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.Message;
import signpost.record.AwayException;
import signpost.record.Loop;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.Supervisor;

/**
 * Sends the outbox to Kafka in order and marks what the broker has acknowledged. While Kafka is
 * away rows wait; a row sent twice has the same id both times.
 */
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int BATCH = 500;
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration PATIENCE =
      Duration.ofMinutes(2); // Kafka's own deadlines are shorter
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Outbox outbox;
  private final KafkaConfig kafka;
  private final InstantSource wall;
  private final Loop loop;
  private volatile boolean connected;

  /** Sent and not yet marked so, for the database went in between; the loop's own. */
  private List<Outbox.Row> unmarked = List.of();

  public Relay(Outbox outbox, KafkaConfig kafka, Supervisor supervisor, InstantSource wall) {
    this.outbox = outbox;
    this.kafka = kafka;
    this.wall = wall;
    this.loop =
        supervisor.start(
            LoopPlan.of("notifier-relay", "Sending events to Kafka", IDLE).withPatience(PATIENCE),
            this::connect);
  }

  /** Says that rows were committed. */
  public void wake() {
    loop.wake();
  }

  /** Whether the last thing Kafka said was not an error. */
  public boolean connected() {
    return connected;
  }

  private LoopWork.Life connect() throws InterruptedException {
    try {
      TopicCreator.create(kafka);
      Sending sending = new Sending(producer());
      connected = true;
      LOG.info("Connected to Kafka at {}", kafka.bootstrapServers());
      return sending;
    } catch (KafkaException | ExecutionException e) {
      throw away(e);
    }
  }

  private AwayException away(Exception e) {
    return new AwayException(
        "Kafka at " + kafka.bootstrapServers() + " does not answer; events wait in the outbox", e);
  }

  /** One connection to Kafka. */
  private final class Sending implements LoopWork.Life {
    private final KafkaProducer<String, byte[]> producer;

    Sending(KafkaProducer<String, byte[]> producer) {
      this.producer = producer;
    }

    @Override
    public boolean step() throws ExecutionException, InterruptedException {
      mark();
      List<Outbox.Row> rows = outbox.unsent(BATCH);
      if (!rows.isEmpty()) {
        send(producer, rows);
      }
      return !rows.isEmpty();
    }

    @Override
    public void close() {
      connected = false;
      producer.close(FAREWELL);
    }
  }

  private void send(KafkaProducer<String, byte[]> producer, List<Outbox.Row> rows)
      throws ExecutionException, InterruptedException {
    List<Future<RecordMetadata>> answers = new ArrayList<>(rows.size());
    int acknowledged = 0;
    try {
      rows.forEach(row -> answers.add(producer.send(record(row.message()))));
      for (Future<RecordMetadata> answer : answers) {
        answer.get();
        acknowledged++;
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException) {
        throw away(e);
      }
      throw e;
    } catch (RetriableException e) {
      throw away(e);
    } finally {
      unmarked = rows.subList(0, acknowledged);
      mark();
    }
  }

  private void mark() {
    if (!unmarked.isEmpty()) {
      outbox.sent(unmarked, wall.instant());
      unmarked = List.of();
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

  /** Stops after the batch under way; what was not sent waits for the next start. */
  @Override
  public void close() {
    loop.close();
  }
}
