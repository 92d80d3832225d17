package signpost.record.intake;

import org.apache.kafka.common.TopicPartition;
import signpost.events.WireRecord;

/** A record and where it stands in Kafka. */
public record ReadRecord(TopicPartition partition, long offset, WireRecord message) {
  /** Where to go on once it is kept. */
  public long next() {
    return offset + 1;
  }

  /** The partition and the offset, which no other record of its topic has. */
  public String place() {
    return partition.partition() + "|" + offset;
  }
}
