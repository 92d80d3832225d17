package signpost.record.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import signpost.record.AwayException;
import signpost.record.topic.KafkaConfig;

/** What stands in some partitions from where a consumer was sought to. */
final class StandingRecords {
  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final int MOST_EMPTY = 50;

  private final Consumer<String, byte[]> consumer;
  private final KafkaConfig kafka;
  private final TopicPoll poll;

  StandingRecords(Consumer<String, byte[]> consumer, KafkaConfig kafka) {
    this.consumer = consumer;
    this.kafka = kafka;
    this.poll = new TopicPoll(consumer, kafka, MOST_EMPTY);
  }

  /**
   * All up to there, in the order of each partition.
   *
   * @throws AwayException if that takes longer than anybody waits for
   */
  List<ReadRecord> until(Map<TopicPartition, Long> ends) {
    List<ReadRecord> records = new ArrayList<>();
    long begun = System.nanoTime();
    while (!isAt(ends)) {
      if (System.nanoTime() - begun > WITHIN.toNanos()) {
        throw new AwayException(
            "Kafka at " + kafka.bootstrapServers() + " takes too long to show what stands there");
      }
      records.addAll(poll.next());
    }
    return records;
  }

  private boolean isAt(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
