package signpost.search.intake;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.index.PageIndex;

/**
 * One life of the Kafka loop: assign, seek to where the index stands, then poll, handle, refresh,
 * commit.
 */
final class KafkaLoop implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KafkaLoop.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int AT_ONCE = 500;
  private static final Duration COMMIT_AFTER = Duration.ofSeconds(1);

  /**
   * While more is waiting than one poll brings, what was read is shown every three seconds and made
   * durable every ten: each costs as much for a few records as for many.
   */
  private static final Duration SHOW_AFTER_IN_HASTE = Duration.ofSeconds(3);

  private static final Duration COMMIT_AFTER_IN_HASTE = Duration.ofSeconds(10);

  /** So much may wait in memory to be shown. */
  private static final long MOST_WAITING_BYTES = 32 * 1024 * 1024;

  /** An idle consumer does not notice that its broker went; so often we ask. */
  private static final Duration PROOF_OF_LIFE = Duration.ofSeconds(2);

  private final PageIndex index;
  private final TopicSet topics;
  private final Handler handler;
  private final Progress progress;
  private final InstantSource wall;
  private final Consumer<String, byte[]> consumer;

  private Map<String, String> ids = Map.of();
  private Map<TopicPartition, Long> beginAtStart = Map.of();
  private Map<TopicPartition, Long> endAtStart = Map.of();
  private int uncommitted;
  private long waitingBytes;
  private Instant shownAt;
  private Instant committedAt;
  private Instant aliveAt;

  KafkaLoop(
      KafkaSettings settings,
      PageIndex index,
      TopicSet topics,
      Handler handler,
      Progress progress,
      InstantSource wall) {
    this.index = index;
    this.topics = topics;
    this.handler = handler;
    this.progress = progress;
    this.wall = wall;
    this.committedAt = wall.instant();
    this.shownAt = committedAt;
    this.aliveAt = committedAt;
    this.consumer =
        new KafkaConsumer<>(
            config(settings), new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** From another thread: ends a wait for records. */
  void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
  }

  /** Asks Kafka which topics there are and where they begin and end. Nothing is written. */
  void meet(Admin admin) {
    topics.create(admin);
    TopicSet.Described described = topics.describe(admin);
    ids = described.ids();
    beginAtStart = TopicSet.offsets(admin, described.partitions(), OffsetSpec.earliest());
    endAtStart = TopicSet.offsets(admin, described.partitions(), OffsetSpec.latest());
  }

  /** Goes to where the index stands, or begins a new one. */
  void takeUp() throws IOException {
    if (!continues(index.committed())) {
      log.warn("Kafka's topics are not those this index was made from: building it anew");
      index.restart();
    }
    Map<String, String> committed = index.committed();
    consumer.assign(beginAtStart.keySet());
    for (Map.Entry<TopicPartition, Long> first : beginAtStart.entrySet()) {
      TopicPartition partition = first.getKey();
      long begin = first.getValue();
      long kept = Positions.read(topics, committed, partition).orElse(begin);
      consumer.seek(partition, Math.max(kept, begin));
    }
    shown();
  }

  /** The same topics, and none of them ends before what we have already read. */
  private boolean continues(Map<String, String> committed) {
    return Positions.sameTopics(committed, ids)
        && endAtStart.entrySet().stream()
            .allMatch(end ->
                Positions.read(topics, committed, end.getKey()).orElse(0L) <= end.getValue());
  }

  /** Polls, handles, shows and commits what is time to. */
  void step() throws IOException {
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    for (ConsumerRecord<String, byte[]> record : records) {
      handler.handle(record);
      waitingBytes += Math.max(1, record.serializedValueSize());
    }
    uncommitted += records.count();
    boolean haste = records.count() >= AT_ONCE;
    Instant now = wall.instant();
    proveLife(records.isEmpty(), now);
    if (!haste
        || waitingBytes > MOST_WAITING_BYTES
        || shownAt.plus(SHOW_AFTER_IN_HASTE).isBefore(now)) {
      show(now);
    }
    if (committedAt.plus(haste ? COMMIT_AFTER_IN_HASTE : COMMIT_AFTER).isBefore(now)) {
      commit();
      committedAt = now;
    }
  }

  private void proveLife(boolean idle, Instant now) {
    if (!idle) {
      aliveAt = now;
    } else if (aliveAt.plus(PROOF_OF_LIFE).isBefore(now)) {
      consumer.endOffsets(consumer.assignment());
      aliveAt = wall.instant();
    }
  }

  private void show(Instant now) throws IOException {
    if (waitingBytes > 0) {
      index.refresh();
      waitingBytes = 0;
    }
    shownAt = now;
    takeOver();
    shown();
  }

  /** Makes durable what was handled, and the vectors that came meanwhile. */
  void commit() throws IOException {
    if (uncommitted > 0 || index.hasUncommitted()) {
      index.commit(Positions.write(topics, ids, positions()));
      uncommitted = 0;
    }
  }

  /** The new index takes over once it holds what the topics held when it was begun. */
  private void takeOver() throws IOException {
    if (index.rebuilding() && hasCaughtUp()) {
      commit();
      index.caughtUp();
      log.info("The new index has caught up and answers from now on");
    }
  }

  private boolean hasCaughtUp() {
    Map<TopicPartition, Long> here = positions();
    return endAtStart.entrySet().stream()
        .allMatch(end -> here.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private void shown() {
    progress.shown(positions());
  }

  private Map<TopicPartition, Long> positions() {
    Map<TopicPartition, Long> positions = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      positions.put(partition, consumer.position(partition));
    }
    return positions;
  }

  private static Map<String, Object> config(KafkaSettings settings) {
    Map<String, Object> config = new HashMap<>(settings.client());
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 200);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return config;
  }
}
