package signpost.record.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import signpost.events.ParkedEvent.RecordParked;
import signpost.record.topic.KafkaConfig;

/** A record that was put aside, looked for where it stood then. */
public sealed interface SoughtRecord {

  /** It stands there, and before {@code checkedTo} of its partition nothing newer of its kind. */
  record StandingRecord(ReadRecord record, long checkedTo) implements SoughtRecord {}

  /** It is gone, was handled since, or something newer of its kind stands behind it. */
  record OvertakenRecord() implements SoughtRecord {}

  /** Nobody has put such a record aside lately. */
  record NeverParkedRecord() implements SoughtRecord {}

  /**
   * Looks for it, for ten seconds at most.
   *
   * @param by who put it aside
   * @param topic the contract's name of the topic
   * @param place as {@link ReadRecord#place}
   * @throws signpost.record.AwayException if Kafka does not answer in time
   */
  static SoughtRecord at(KafkaConfig kafka, String by, String topic, String place) {
    Matcher written = Pattern.compile("(\\d{1,9})\\|(\\d{1,18})").matcher(place);
    if (!written.matches()) {
      return new NeverParkedRecord();
    }
    int partition = Integer.parseInt(written.group(1));
    long offset = Long.parseLong(written.group(2));
    try (StandingRecords standing = new StandingRecords(kafka)) {
      Optional<ParkedRecord> parked =
          ParkedRecords.read(standing, ParkedRecords.ParkedWindow.of(standing))
              .find(by, topic, place);
      if (parked.isEmpty()) {
        return new NeverParkedRecord();
      }
      return parked.get().replayedAt().isPresent()
          ? new OvertakenRecord()
          : at(
              standing,
              parked.get().parked(),
              new TopicPartition(kafka.prefixed(topic), partition),
              offset);
    } catch (KafkaException e) {
      throw kafka.away(e);
    }
  }

  private static SoughtRecord at(
      StandingRecords standing, RecordParked parked, TopicPartition partition, long offset) {
    Long end = standing.ends(parked.originalTopic()).get(partition);
    if (end == null
        || offset >= end
        || offset < standing.first(List.of(partition)).getOrDefault(partition, 0L)) {
      return new OvertakenRecord();
    }
    NewestOfKey newest = new NewestOfKey(parked, offset);
    standing.look(Map.of(partition, offset), Map.of(partition, end), newest);
    return newest
        .newest()
        .<SoughtRecord>map(record -> new StandingRecord(record, end))
        .orElseGet(OvertakenRecord::new);
  }
}
