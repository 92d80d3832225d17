package signpost.search.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import signpost.record.topic.KafkaConfig;

/** Kafka's positions as the index's commit keeps them, each topic with its id. */
final class CommitPositions {
  private static final String ID = "topic-id.";
  private static final String POSITION = "position.";

  private CommitPositions() {}

  static Map<String, String> write(
      KafkaConfig kafka, Map<String, String> ids, Map<TopicPartition, Long> positions) {
    Map<String, String> data = new HashMap<>();
    ids.forEach((topic, id) -> data.put(ID + topic, id));
    positions.forEach(
        (partition, position) -> data.put(name(kafka, partition), Long.toString(position)));
    return data;
  }

  static Optional<Long> read(
      KafkaConfig kafka, Map<String, String> committed, TopicPartition partition) {
    return Optional.ofNullable(committed.get(name(kafka, partition))).map(Long::valueOf);
  }

  /** Whether the commit was made against these very topics; true for an empty one. */
  static boolean sameTopics(Map<String, String> committed, Map<String, String> ids) {
    return ids.entrySet().stream()
        .allMatch(topic ->
            topic.getValue().equals(committed.getOrDefault(ID + topic.getKey(), topic.getValue())));
  }

  private static String name(KafkaConfig kafka, TopicPartition partition) {
    return POSITION + kafka.bare(partition.topic()) + "-" + partition.partition();
  }
}
