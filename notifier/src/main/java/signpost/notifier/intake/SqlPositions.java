package signpost.notifier.intake;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import signpost.record.AwayException;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.KnownTopics;

/** Where to go on in each partition: written in the transaction of what its records led to. */
final class SqlPositions {
  private SqlPositions() {}

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
    Map<String, String> before = KnownTopics.of(handle, KnownTopics.TopicUse.READ);
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

  /**
   * Goes on in each partition, from where this process stands.
   *
   * @throws AwayException if somebody else went on there meanwhile: what this transaction led to is
   *     theirs to keep
   */
  static void advance(
      Handle handle, Map<TopicPartition, Long> from, Map<TopicPartition, Long> next) {
    next.forEach((partition, offset) -> {
      Long before = from.get(partition);
      int moved =
          before == null
              ? first(handle, partition, offset)
              : move(handle, partition, before, offset);
      if (moved == 0) {
        throw new AwayException(
            "Another notifier of this database reads now",
            new IllegalStateException(partition + " no longer stands at " + before));
      }
    });
  }

  private static int first(Handle handle, TopicPartition partition, long offset) {
    return handle.execute(
        "INSERT INTO position (topic, part, next_offset) VALUES (?, ?, ?)"
            + " ON CONFLICT (topic, part) DO NOTHING",
        partition.topic(),
        partition.partition(),
        offset);
  }

  private static int move(Handle handle, TopicPartition partition, long before, long offset) {
    return handle.execute(
        "UPDATE position SET next_offset = ? WHERE topic = ? AND part = ? AND next_offset = ?",
        offset,
        partition.topic(),
        partition.partition(),
        before);
  }
}
