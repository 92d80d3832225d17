package signpost.record.intake;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import signpost.record.topic.TopicSet;

/** Keeps what the records of topics lead to, and with it how far they were read. */
public interface RecordKeeper {
  /**
   * Says where to go on. Called once for each connection.
   *
   * @param topics the topics as they are on the broker
   * @param first the first offset there is of each partition
   * @param ends the next offset to be written of each partition
   * @return the next offset to read of each partition; what it leaves out is read from the first
   */
  Map<TopicPartition, Long> begin(
      TopicSet.DescribedTopics topics,
      Map<TopicPartition, Long> first,
      Map<TopicPartition, Long> ends)
      throws IOException;

  /**
   * Keeps what some records lead to. Called after each poll, also when nothing came.
   *
   * @param records in the order of each partition
   * @param next the offset after them of each partition; kept with what they led to, or not at all
   */
  void keep(List<ReadRecord> records, Map<TopicPartition, Long> next) throws IOException;

  /** All that stood in the topics when it connected is kept, and what came while it read that. */
  void caughtUp();
}
