package signpost.record.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How far somebody has seen what was put aside: the next offset of each partition of the topic.
 * What stands there or behind it came since.
 */
public record ParkedExtent(Map<Integer, Long> ends) {
  public ParkedExtent {
    ends = Map.copyOf(ends);
  }

  static ParkedExtent of(Map<TopicPartition, Long> read) {
    return new ParkedExtent(
        read.entrySet().stream()
            .collect(Collectors.toMap(it -> it.getKey().partition(), Map.Entry::getValue)));
  }

  /** As a field of a form. */
  public String text() {
    return ends.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> it.getKey() + "|" + it.getValue())
        .collect(Collectors.joining(","));
  }

  /** Reads what {@link #text} wrote; nothing where it is none. */
  public static Optional<ParkedExtent> of(String text) {
    Map<Integer, Long> ends = new HashMap<>();
    for (Optional<RecordPlace> end :
        Arrays.stream(text.split(",", -1)).map(it -> RecordPlace.of("", it)).toList()) {
      if (end.isEmpty()) {
        return Optional.empty();
      }
      ends.put(end.get().partition().partition(), end.get().offset());
    }
    return Optional.of(new ParkedExtent(ends));
  }

  boolean includes(RecordPlace place) {
    return place.offset() < ends.getOrDefault(place.partition().partition(), 0L);
  }
}
