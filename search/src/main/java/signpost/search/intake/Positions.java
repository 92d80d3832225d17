package signpost.search.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Kafka's positions as the index's commit keeps them, each topic with its id. */
final class Positions {
  private static final String ID = "topic-id.";
  private static final String POSITION = "position.";

  private Positions() {}

  static Map<String, String> write(
      TopicSet topics, Map<String, String> ids, Map<TopicPartition, Long> positions) {
    Map<String, String> data = new HashMap<>();
    ids.forEach((topic, id) -> data.put(ID + topic, id));
    positions.forEach(
        (partition, position) -> data.put(name(topics, partition), Long.toString(position)));
    return data;
  }

  static Optional<Long> read(
      TopicSet topics, Map<String, String> committed, TopicPartition partition) {
    return Optional.ofNullable(committed.get(name(topics, partition))).map(Long::valueOf);
  }

  /** Whether the commit was made against these very topics; true for an empty one. */
  static boolean sameTopics(Map<String, String> committed, Map<String, String> ids) {
    return ids.entrySet().stream()
        .allMatch(topic ->
            topic.getValue().equals(committed.getOrDefault(ID + topic.getKey(), topic.getValue())));
  }

  private static String name(TopicSet topics, TopicPartition partition) {
    return POSITION + topics.bare(partition.topic()) + "-" + partition.partition();
  }
}
