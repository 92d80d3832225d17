package signpost.search.intake;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far readers of the index can see into Kafka, told by the loop and read by anyone. */
final class IntakeProgress {
  private volatile Map<TopicPartition, Long> positions = Map.of();

  void shown(Map<TopicPartition, Long> now) {
    positions = Map.copyOf(now);
  }

  Map<TopicPartition, Long> positions() {
    return positions;
  }
}
