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
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
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
import signpost.record.AwayException;
import signpost.record.Loop;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.Supervisor;

/** Owns the Kafka loop: assign, poll, handle and store the position in one transaction. */
@Context
public final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final List<String> TOPICS =
      List.of(Topics.RESOURCES, Topics.HEALTH, Topics.LINKS, Topics.CHANGES);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  /** An idle consumer does not notice that its broker went; so often we ask. */
  private static final int IDLE_POLLS_TO_PROOF = 10;

  private final Database database;
  private final Handling handling;
  private final KafkaConfig kafka;
  private final Relay relay;
  private final DecisionLoop decisions;
  private final Map<TopicPartition, Long> handled = new ConcurrentHashMap<>();
  private final Loop loop;
  private volatile boolean connected;

  Intake(
      Database database,
      Handling handling,
      KafkaConfig kafka,
      Relay relay,
      DecisionLoop decisions,
      Supervisor supervisor) {
    this.database = database;
    this.handling = handling;
    this.kafka = kafka;
    this.relay = relay;
    this.decisions = decisions;
    this.loop =
        supervisor.start(
            LoopPlan.of("notifier-intake", "Reading what happened from Kafka", POLL),
            this::connect);
  }

  /** Whether records are being read. */
  public boolean connected() {
    return connected;
  }

  /** The next offset to handle of each partition read; empty until Kafka first answered. */
  Map<TopicPartition, Long> handled() {
    return Map.copyOf(handled);
  }

  private LoopWork.Life connect() throws InterruptedException {
    Consumer<String, byte[]> consumer = null;
    try {
      TopicCreator.create(kafka);
      consumer = consumer();
      Reading reading = new Reading(consumer, seek(consumer));
      connected = true;
      LOG.info("Reading events from {}", kafka.bootstrapServers());
      return reading;
    } catch (KafkaException | ExecutionException e) {
      close(consumer);
      throw away(e);
    } catch (RuntimeException e) {
      close(consumer);
      throw e;
    }
  }

  private static void close(@Nullable Consumer<String, byte[]> consumer) {
    if (consumer != null) {
      consumer.close(CloseOptions.timeout(FAREWELL));
    }
  }

  private AwayException away(Exception e) {
    return new AwayException("Kafka at " + kafka.bootstrapServers() + " does not answer", e);
  }

  /** Goes to where the database stands; returns where the topics end now. */
  private Map<TopicPartition, Long> seek(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions = TopicPartitions.of(prefixedTopics(), consumer::partitionsFor);
    consumer.assign(partitions);
    Map<TopicPartition, Long> stored = database.read(Positions::all);
    for (TopicPartition partition : partitions) {
      Long next = stored.get(partition);
      if (next == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, next);
      }
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    partitions.forEach(partition -> handled.put(partition, consumer.position(partition)));
    return ends;
  }

  /** One connection to Kafka. */
  private final class Reading implements LoopWork.Life {
    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private boolean caughtUp;
    private int idlePolls;

    Reading(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
      this.consumer = consumer;
      this.ends = ends;
    }

    @Override
    public boolean step() {
      try {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        proveLife(records.isEmpty());
        handle(consumer, records);
      } catch (RetriableException e) {
        throw away(e);
      }
      if (!caughtUp && isAtLeast(ends)) {
        caughtUp = true;
        decisions.begin();
      }
      return true; // poll rests when there is nothing
    }

    private void proveLife(boolean idle) {
      idlePolls = idle ? idlePolls + 1 : 0;
      if (idlePolls >= IDLE_POLLS_TO_PROOF) {
        consumer.endOffsets(consumer.assignment());
        idlePolls = 0;
      }
    }

    private boolean isAtLeast(Map<TopicPartition, Long> ends) {
      return ends.entrySet().stream()
          .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void hurry() {
      consumer.wakeup();
    }

    @Override
    public void close() {
      connected = false;
      consumer.close(CloseOptions.timeout(FAREWELL));
    }
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

  private List<String> prefixedTopics() {
    return TOPICS.stream().map(topic -> kafka.topicPrefix() + topic).toList();
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
  void close() {
    loop.close();
  }
}
