package signpost.record.intake;

import org.apache.kafka.common.TopicPartition;
import signpost.events.WireRecord;

/** A record and where it stands in Kafka. */
public record ReadRecord(TopicPartition partition, long offset, WireRecord message) {
  /** Where to go on once it is kept. */
  public long next() {
    return offset + 1;
  }

  /** As {@link RecordPlace#text}. */
  public String place() {
    return new RecordPlace(partition, offset).text();
  }
}
