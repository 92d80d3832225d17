package signpost.notifier.intake;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

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
