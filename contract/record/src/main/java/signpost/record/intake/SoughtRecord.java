package signpost.record.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import signpost.events.Topics;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicSet;
import signpost.record.topic.TopicWatch;

/** A record that is looked for where it stood when it was put aside. */
public sealed interface SoughtRecord {

  /** It stands there, and nothing newer of its key where only the newest counts. */
  record StandingRecord(ReadRecord record) implements SoughtRecord {}

  /** It is gone, or something newer of its key stands behind it. */
  record OvertakenRecord() implements SoughtRecord {}

  /**
   * Looks for it.
   *
   * @param topic the contract's name of the topic
   * @param place as {@link ReadRecord#place}
   * @throws signpost.record.AwayException if Kafka does not answer
   */
  static SoughtRecord at(KafkaConfig kafka, String topic, String place) {
    Matcher written = Pattern.compile("(\\d{1,9})\\|(\\d{1,18})").matcher(place);
    if (!written.matches() || Topics.ALL.stream().noneMatch(it -> it.name().equals(topic))) {
      return new OvertakenRecord();
    }
    TopicPartition partition =
        new TopicPartition(kafka.prefixed(topic), Integer.parseInt(written.group(1)));
    return at(kafka, partition, Long.parseLong(written.group(2)), Topics.isCompacted(topic));
  }

  private static SoughtRecord at(
      KafkaConfig kafka, TopicPartition partition, long offset, boolean compacted) {
    try (TopicWatch topics = new TopicWatch(kafka, List.of(kafka.bare(partition.topic())));
        Consumer<String, byte[]> consumer = TopicReader.consumer(kafka)) {
      Map<TopicPartition, Long> ends =
          TopicSet.offsets(topics.admin(), topics.described().partitions(), OffsetSpec.latest());
      Long first =
          TopicSet.offsets(topics.admin(), topics.described().partitions(), OffsetSpec.earliest())
              .get(partition);
      Long end = ends.get(partition);
      if (first == null || end == null || offset < first || offset >= end) {
        return new OvertakenRecord();
      }
      consumer.assign(List.of(partition));
      consumer.seek(partition, offset);
      long until = compacted ? end : offset + 1;
      return of(
          new StandingRecords(consumer, kafka).until(Map.of(partition, until)), offset, compacted);
    } catch (KafkaException e) {
      throw kafka.away(e);
    }
  }

  private static SoughtRecord of(List<ReadRecord> behind, long offset, boolean compacted) {
    Optional<ReadRecord> there = behind.stream().filter(it -> it.offset() == offset).findFirst();
    return there
        .filter(it -> !compacted || isNewest(it, behind))
        .<SoughtRecord>map(StandingRecord::new)
        .orElseGet(OvertakenRecord::new);
  }

  private static boolean isNewest(ReadRecord record, List<ReadRecord> behind) {
    return behind.stream()
        .noneMatch(it ->
            it.offset() > record.offset() && it.message().key().equals(record.message().key()));
  }
}
