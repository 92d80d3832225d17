package signpost.notifier.intake;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.KnownTopics;

/** Where to go on in each partition: written in the transaction of what its records led to. */
final class Positions {
  private Positions() {}

  static Map<TopicPartition, Long> all(Handle handle) {
    Map<TopicPartition, Long> positions = new HashMap<>();
    handle
        .select("SELECT topic, part, next_offset FROM position")
        .map((row, _) ->
            Map.entry(
                new TopicPartition(row.getString("topic"), row.getInt("part")),
                row.getLong("next_offset")))
        .forEach(entry -> positions.put(entry.getKey(), entry.getValue()));
    return positions;
  }

  /**
   * Forgets the position in each topic that is not the one that was read before, or ends before it:
   * the records behind it are others.
   *
   * @param ids Kafka's ids of the topics, by contract name
   * @param ends the next offset to be written of each partition
   */
  static void forgetOthers(
      Handle handle, Map<String, String> ids, KafkaConfig kafka, Map<TopicPartition, Long> ends) {
    Map<String, String> before = KnownTopics.of(handle, KnownTopics.Use.READ);
    Map<TopicPartition, Long> positions = all(handle);
    positions.keySet().retainAll(ends.keySet()); // others may stand there under another prefix
    positions.forEach((partition, position) -> {
      String topic = kafka.bare(partition.topic());
      String id = before.get(topic);
      boolean same = id == null || id.equals(ids.get(topic));
      if (!same || position > ends.getOrDefault(partition, 0L)) {
        handle.execute(
            "DELETE FROM position WHERE topic = ? AND part = ?",
            partition.topic(),
            partition.partition());
      }
    });
  }

  static void save(Handle handle, Map<TopicPartition, Long> next) {
    next.forEach((partition, offset) ->
        handle.execute(
            "INSERT INTO position (topic, part, next_offset) VALUES (?, ?, ?)"
                + " ON CONFLICT (topic, part) DO UPDATE SET next_offset = excluded.next_offset",
            partition.topic(),
            partition.partition(),
            offset));
  }
}
