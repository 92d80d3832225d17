package signpost.record.intake;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/** Where a record stands in Kafka. */
public record RecordPlace(TopicPartition partition, long offset) {
  static final Comparator<RecordPlace> IN_ORDER =
      Comparator.<RecordPlace>comparingInt(it -> it.partition().partition())
          .thenComparingLong(RecordPlace::offset);

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})\\|(\\d{1,18})");

  /** Reads what {@link #text} wrote; nothing where it is none. */
  static Optional<RecordPlace> of(String topic, String text) {
    Matcher written = WRITTEN.matcher(text);
    return written.matches()
        ? Optional.of(
            new RecordPlace(
                new TopicPartition(topic, Integer.parseInt(written.group(1))),
                Long.parseLong(written.group(2))))
        : Optional.empty();
  }

  /** {@code partition|offset}, which no other record of its topic has. */
  public String text() {
    return partition.partition() + "|" + offset;
  }

  /** Whether it stands behind another of the same partition. */
  boolean isBehind(RecordPlace other) {
    return partition.equals(other.partition) && offset > other.offset;
  }

  /** Whether the topic begins behind it now. */
  boolean isGone(Map<TopicPartition, Long> first) {
    return offset < first.getOrDefault(partition, Long.MAX_VALUE);
  }
}
