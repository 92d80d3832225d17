package signpost.record.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import signpost.record.AwayException;
import signpost.record.topic.KafkaConfig;

/**
 * Looks at what stands in Kafka, on a connection of its own that changes nothing there. With its
 * farewell all of it takes ten seconds at most, since somebody waits for a page.
 */
final class StandingRecords implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofSeconds(8);
  private static final int MOST_EMPTY = 50;

  private final KafkaConfig kafka;
  private final Consumer<String, byte[]> consumer;
  private final TopicPoll poll;
  private final long begun = System.nanoTime();

  StandingRecords(KafkaConfig kafka) {
    this.kafka = kafka;
    this.consumer = TopicReader.consumer(kafka);
    this.poll = new TopicPoll(consumer, kafka, MOST_EMPTY);
  }

  /** The next offset to be written of each partition; none where the topic is not there yet. */
  Map<TopicPartition, Long> ends(String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(kafka.prefixed(topic), left()).stream()
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .toList();
    consumer.assign(partitions); // or the client warns of offsets that nobody wants to read
    return consumer.endOffsets(partitions, left());
  }

  /** The first offset there is of each of them. */
  Map<TopicPartition, Long> first(Collection<TopicPartition> partitions) {
    return consumer.beginningOffsets(partitions, left());
  }

  /**
   * Shows what stands there in the order of each partition, for as long as more is wanted.
   *
   * @param ends of the same partitions
   * @throws AwayException if that takes longer than anybody waits for
   */
  void look(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> ends,
      Predicate<ReadRecord> wantsMore) {
    consumer.assign(from.keySet());
    from.forEach((partition, offset) -> consumer.seek(partition, offset.longValue()));
    while (!isAt(ends)) {
      if (!poll.next().stream().allMatch(wantsMore)) {
        return;
      }
    }
  }

  private boolean isAt(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), left()) >= end.getValue());
  }

  private Duration left() {
    Duration left = WITHIN.minusNanos(System.nanoTime() - begun);
    if (left.isNegative() || left.isZero()) {
      throw new AwayException(
          "Kafka at " + kafka.bootstrapServers() + " takes too long to show what stands there");
    }
    return left;
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(TopicReader.FAREWELL));
  }
}
