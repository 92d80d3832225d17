package signpost.record.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.record.LoopWork;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicSet;
import signpost.record.topic.TopicWatch;

/** One connection to Kafka that reads: assigned, sought to where the keeper stands, then polled. */
public final class TopicReader implements LoopWork.LoopLife {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

  /** A quarter of a minute of polls without a record. */
  private static final int MOST_EMPTY = 12;

  /** A broker that has nothing says so this late; what comes meanwhile it sends at once. */
  static final Duration FETCH = Duration.ofSeconds(5);

  /**
   * A reader without a group has nobody to take leave of; to end its session it would wait until
   * the broker has answered what it asked last.
   */
  static final CloseOptions FAREWELL = CloseOptions.timeout(Duration.ZERO);

  /** More than so many records are never kept at once. */
  public static final int AT_ONCE = 500;

  private final KafkaConfig kafka;
  private final RecordKeeper keeper;
  private final TopicWatch topics;
  private final Consumer<String, byte[]> consumer;
  private final TopicPoll poll;
  private final Map<TopicPartition, Long> kept = new ConcurrentHashMap<>();
  private Map<TopicPartition, Long> ends = Map.of();
  private boolean askedAgain;
  private boolean begun;
  private boolean caughtUp;

  private TopicReader(
      KafkaConfig kafka,
      RecordKeeper keeper,
      TopicWatch topics,
      Consumer<String, byte[]> consumer) {
    this.kafka = kafka;
    this.keeper = keeper;
    this.topics = topics;
    this.consumer = consumer;
    this.poll = new TopicPoll(consumer, kafka, MOST_EMPTY);
  }

  /**
   * Connects; the first step goes to where the keeper stands, so that nothing is written before.
   *
   * @param names the contract's names of the topics to read
   * @throws signpost.record.AwayException if Kafka does not answer
   */
  public static TopicReader connect(
      KafkaConfig kafka, Collection<String> names, RecordKeeper keeper) {
    TopicWatch topics = new TopicWatch(kafka, names);
    try {
      return new TopicReader(kafka, keeper, topics, consumer(kafka, FETCH));
    } catch (RuntimeException e) {
      topics.close();
      throw e;
    }
  }

  /** Asked only now where the topics end: since the connection was made others may have read on. */
  private void seek() throws IOException {
    Map<TopicPartition, Long> first = offsets(OffsetSpec.earliest());
    ends = latest();
    Map<TopicPartition, Long> begin = keeper.begin(topics.described(), first, ends);
    consumer.assign(topics.described().partitions());
    for (TopicPartition partition : topics.described().partitions()) {
      long from = first.getOrDefault(partition, 0L);
      long stood = begin.getOrDefault(partition, from);
      if (stood < from) {
        LOG.warn(
            "{} records of {} are gone and were never read: reading goes on with the first there is",
            from - stood,
            partition);
      }
      long at = Math.max(from, stood);
      consumer.seek(partition, at);
      kept.put(partition, at);
    }
  }

  private Map<TopicPartition, Long> offsets(OffsetSpec which) {
    return TopicSet.offsets(topics.admin(), topics.described().partitions(), which);
  }

  @Override
  public boolean step() throws IOException {
    try {
      return read();
    } catch (RetriableException | InvalidOffsetException e) {
      throw kafka.away(e); // what no longer is where it was is looked for anew
    }
  }

  private boolean read() throws IOException {
    if (!begun) {
      seek();
      begun = true;
    }
    topics.look();
    List<ReadRecord> records = poll.next();
    Map<TopicPartition, Long> next = positions();
    keeper.keep(records, next);
    kept.putAll(next);
    if (!caughtUp && isAtEnd()) {
      caughtUp = true;
      keeper.caughtUp();
    }
    return true; // poll rests when there is nothing
  }

  private Map<TopicPartition, Long> positions() {
    Map<TopicPartition, Long> positions = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      positions.put(partition, consumer.position(partition));
    }
    return positions;
  }

  /**
   * Where the topics ended when the connection was made is asked again once that is kept: keeping
   * it may have had to wait, and much may have come meanwhile.
   */
  private boolean isAtEnd() {
    if (!askedAgain && isKept(ends)) {
      ends = latest();
      askedAgain = true;
    }
    return askedAgain && isKept(ends);
  }

  private boolean isKept(Map<TopicPartition, Long> all) {
    return all.entrySet().stream()
        .allMatch(end -> kept.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  /**
   * How many records stand in the topics that are not kept yet; asked of the broker.
   *
   * @throws KafkaException if it does not answer
   */
  public long lag() {
    Map<TopicPartition, Long> now = latest();
    // Asked after the ends: what was kept meanwhile is no lag.
    return now.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - kept.getOrDefault(end.getKey(), 0L)))
        .sum();
  }

  /**
   * The next offset to be written of each partition; asked of the broker.
   *
   * @throws KafkaException if it does not answer
   */
  public Map<TopicPartition, Long> latest() {
    return offsets(OffsetSpec.latest());
  }

  @Override
  public void hurry() {
    consumer.wakeup();
  }

  /**
   * Asks now and then whether the topics are still there, as a step does; for who does not read
   * now.
   *
   * @throws signpost.record.AwayException if they are not
   */
  public void look() {
    topics.look();
  }

  @Override
  public void close() {
    try {
      consumer.close(FAREWELL);
    } finally {
      topics.close();
    }
  }

  /** One without a group; {@code fetch}: so late the broker says that it has nothing. */
  static Consumer<String, byte[]> consumer(KafkaConfig kafka, Duration fetch) {
    Map<String, Object> settings = new HashMap<>(kafka.client());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) fetch.toMillis());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
