package signpost.notifier.intake;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import signpost.record.AwayException;

/** The partitions of topics that are known to be there. */
final class TopicPartitions {
  private TopicPartitions() {}

  /**
   * All partitions of some topics. A topic just made is not yet known to every broker, and Kafka's
   * client says "no partitions" of it: who took that for an answer would never read it.
   *
   * @throws AwayException if a topic is not known yet; the loop tries again
   */
  static List<TopicPartition> of(
      List<String> topics, Function<String, List<PartitionInfo>> partitionsFor) {
    return topics.stream().flatMap(topic -> of(topic, partitionsFor.apply(topic))).toList();
  }

  private static Stream<TopicPartition> of(String topic, List<PartitionInfo> partitions) {
    if (partitions.isEmpty()) {
      throw new AwayException(
          "Kafka does not know the topic " + topic + " yet",
          new UnknownTopicOrPartitionException(topic));
    }
    return partitions.stream().map(info -> new TopicPartition(info.topic(), info.partition()));
  }
}
