package signpost.notifier.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.Message;
import signpost.events.Topics;
import signpost.notifier.decision.DecisionLoop;
import signpost.notifier.publish.KafkaConfig;
import signpost.notifier.publish.Relay;
import signpost.notifier.publish.TopicCreator;
import signpost.notifier.store.Database;

/** Owns the Kafka loop: assign, poll, handle and store the position in one transaction. */
@Context
public final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final List<String> TOPICS =
      List.of(Topics.RESOURCES, Topics.HEALTH, Topics.LINKS, Topics.CHANGES);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long BACK_OFF_MILLIS = 2_000;

  private final Database database;
  private final Handling handling;
  private final KafkaConfig kafka;
  private final Relay relay;
  private final DecisionLoop decisions;
  private final Map<TopicPartition, Long> handled = new ConcurrentHashMap<>();
  private final Thread loop;
  private volatile boolean open = true;
  private volatile boolean connected;
  private volatile @Nullable Consumer<String, byte[]> consumer;

  Intake(
      Database database,
      Handling handling,
      KafkaConfig kafka,
      Relay relay,
      DecisionLoop decisions) {
    this.database = database;
    this.handling = handling;
    this.kafka = kafka;
    this.relay = relay;
    this.decisions = decisions;
    this.loop = Thread.ofPlatform().name("notifier-intake").start(this::run);
  }

  /** Whether records are being read. */
  public boolean connected() {
    return connected;
  }

  /** The next offset to handle of each partition read; empty until Kafka first answered. */
  Map<TopicPartition, Long> handled() {
    return Map.copyOf(handled);
  }

  private void run() {
    while (open) {
      try {
        TopicCreator.create(kafka);
        read();
      } catch (WakeupException | InterruptedException _) {
        open = false;
      } catch (KafkaException | ExecutionException e) {
        away("Kafka is away, the notifier waits for it: " + e.getMessage(), null);
      } catch (RuntimeException e) {
        away("Reading events failed and starts again", e);
      }
    }
    connected = false;
  }

  private void away(String words, @Nullable Throwable cause) {
    if (!open) {
      return;
    }
    if (cause != null) {
      LOG.error(words, cause);
    } else {
      LOG.warn(words);
    }
    connected = false;
    try {
      Thread.sleep(BACK_OFF_MILLIS);
    } catch (InterruptedException _) {
      open = false;
    }
  }

  private void read() {
    try (Consumer<String, byte[]> reading = consumer()) {
      consumer = reading;
      List<TopicPartition> partitions = partitions(reading);
      reading.assign(partitions);
      Map<TopicPartition, Long> stored = database.read(Positions::all);
      for (TopicPartition partition : partitions) {
        Long next = stored.get(partition);
        if (next == null) {
          reading.seekToBeginning(List.of(partition));
        } else {
          reading.seek(partition, next);
        }
      }
      Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
      partitions.forEach(partition -> handled.put(partition, reading.position(partition)));
      connected = true;
      LOG.info("Reading events from {}", kafka.bootstrapServers());
      boolean caughtUp = false;
      while (open) {
        handle(reading, reading.poll(POLL));
        if (!caughtUp && isAtLeast(reading, ends)) {
          caughtUp = true;
          decisions.begin();
        }
      }
    } finally {
      consumer = null;
    }
  }

  private static boolean isAtLeast(
      Consumer<String, byte[]> reading, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> reading.position(end.getKey()) >= end.getValue());
  }

  private void handle(Consumer<String, byte[]> reading, ConsumerRecords<String, byte[]> records) {
    if (records.isEmpty()) {
      return;
    }
    List<Message> messages = new ArrayList<>(records.count());
    records.forEach(record -> messages.add(message(record)));
    Map<TopicPartition, Long> next = new HashMap<>();
    records.partitions().forEach(partition -> next.put(partition, reading.position(partition)));
    database.write(handle -> {
      messages.forEach(message -> handling.handle(handle, message));
      Positions.save(handle, next);
      return messages.size();
    });
    handled.putAll(next);
    relay.wake();
    decisions.wake();
  }

  private Message message(ConsumerRecord<String, byte[]> record) {
    String topic = record.topic().substring(kafka.topicPrefix().length());
    String key = record.key() == null ? "" : record.key();
    byte @Nullable [] value = record.value();
    if (value == null) {
      return Message.tombstone(topic, key);
    }
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
    }
    return Message.of(topic, key, headers, value);
  }

  private List<TopicPartition> partitions(Consumer<String, byte[]> reading) {
    return TOPICS.stream()
        .map(topic -> kafka.topicPrefix() + topic)
        .flatMap(topic -> reading.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private Consumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka.bootstrapServers(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            500,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            10_000),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  @PreDestroy
  void close() throws InterruptedException {
    open = false;
    Consumer<String, byte[]> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    loop.join(3_000);
    loop.interrupt();
    loop.join(1_000);
  }
}
