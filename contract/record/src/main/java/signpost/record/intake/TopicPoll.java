package signpost.record.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.WireRecord;
import signpost.record.AwayException;
import signpost.record.CauseChain;
import signpost.record.topic.KafkaConfig;

/**
 * What comes next of the partitions a consumer is assigned to. What stands damaged on the broker's
 * disk is passed over: one unreadable record stands for all of it.
 */
final class TopicPoll {
  private static final Duration POLL = Duration.ofMillis(200);

  /** A poll after several without a record is as many times as long. Records end each at once. */
  private static final int LONGEST = 10;

  private static final Logger LOG = LoggerFactory.getLogger(TopicPoll.class);

  /** A partition that has records answers at once, when what was asked of others is answered. */
  private static final Duration PATIENCE = TopicReader.FETCH.plusSeconds(5);

  private final Consumer<String, byte[]> consumer;
  private final KafkaConfig kafka;
  private final int mostEmpty;
  private int empty;

  /** After {@code mostEmpty} polls without a record it is looked whether there is none. */
  TopicPoll(Consumer<String, byte[]> consumer, KafkaConfig kafka, int mostEmpty) {
    this.consumer = consumer;
    this.kafka = kafka;
    this.mostEmpty = mostEmpty;
  }

  /**
   * Records in the order of each partition; none where none came within the time of a poll.
   *
   * @throws AwayException if the broker has records and gives none
   */
  List<ReadRecord> next() {
    try {
      List<ReadRecord> records = new ArrayList<>();
      Duration wait = POLL.multipliedBy(Math.min(empty + 1, LONGEST));
      consumer.poll(wait).forEach(record -> records.add(read(record)));
      listen(records.isEmpty());
      return records;
    } catch (KafkaException e) {
      if (isDamage(e)) {
        return List.of(damaged(e));
      }
      throw e;
    }
  }

  /**
   * Where a batch says it is longer than its file, the broker finds nothing behind, and no fault.
   * Where its partitions end it says whenever it answers, so it need not be asked.
   */
  private void listen(boolean nothing) {
    empty = nothing ? empty + 1 : 0;
    if (empty < mostEmpty) {
      return;
    }
    empty = 0;
    for (TopicPartition partition : consumer.assignment()) {
      long lag = consumer.currentLag(partition).orElse(0);
      if (lag > 0) {
        long at = consumer.position(partition);
        throw new AwayException(
            "Kafka at %s has records of %s from offset %d to %d and gives none: its disk may be damaged"
                .formatted(kafka.bootstrapServers(), partition, at, at + lag - 1),
            new KafkaException("nothing comes of " + partition));
      }
    }
  }

  /** Kafka says so by a class of its own, or names the partition it cannot read on in. */
  private boolean isDamage(KafkaException failure) {
    String words = String.valueOf(failure.getMessage());
    return CauseChain.of(failure).stream().anyMatch(CorruptRecordException.class::isInstance)
        || (failure.getClass() == KafkaException.class
            && consumer.assignment().stream().anyMatch(it -> words.contains(it.toString())));
  }

  /** Looks for the damage in one partition after the other, and goes on behind it. */
  private ReadRecord damaged(KafkaException failure) {
    Set<TopicPartition> all = consumer.assignment();
    try {
      for (Map.Entry<TopicPartition, Long> end : consumer.endOffsets(all).entrySet()) {
        consumer.pause(all);
        consumer.resume(List.of(end.getKey()));
        Optional<ReadRecord> found = passedOver(end.getKey(), end.getValue());
        if (found.isPresent()) {
          return found.get();
        }
      }
      throw failure;
    } finally {
      consumer.resume(all);
    }
  }

  /** Tries each offset until one can be read; how long a damaged batch is cannot be known. */
  private Optional<ReadRecord> passedOver(TopicPartition partition, long end) {
    long from = consumer.position(partition);
    @Nullable KafkaException why = null;
    long at = from;
    while (at < end) {
      try {
        consumer.poll(PATIENCE);
        break;
      } catch (KafkaException e) {
        if (!isDamage(e)) {
          throw e;
        }
        why = e;
        consumer.seek(partition, ++at);
      }
    }
    consumer.seek(partition, at);
    return why == null
        ? Optional.empty()
        : Optional.of(unreadable(partition, from, at - 1, deepest(why)));
  }

  private static String deepest(KafkaException why) {
    return String.valueOf(CauseChain.of(why).getLast().getMessage());
  }

  private ReadRecord unreadable(TopicPartition partition, long from, long last, String why) {
    LOG.error(
        "Offsets {} to {} of {} cannot be read and are passed over: {}",
        from,
        last,
        partition,
        why);
    String place = "partition %d, offsets %d to %d".formatted(partition.partition(), from, last);
    return new ReadRecord(
        partition,
        last,
        WireRecord.damaged(
            kafka.bare(partition.topic()), place, "it stands damaged on the broker: " + why));
  }

  private ReadRecord read(ConsumerRecord<String, byte[]> record) {
    return new ReadRecord(
        new TopicPartition(record.topic(), record.partition()), record.offset(), message(record));
  }

  private WireRecord message(ConsumerRecord<String, byte[]> record) {
    String topic = kafka.bare(record.topic());
    String key = record.key() == null ? "" : record.key();
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
    }
    byte @Nullable [] value = record.value();
    return value == null
        ? WireRecord.tombstone(topic, key, headers)
        : WireRecord.of(topic, key, headers, value);
  }
}
