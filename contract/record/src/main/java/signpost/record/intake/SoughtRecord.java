package signpost.record.intake;

import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.KafkaException;
import signpost.events.Topics;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.KeptAdmin;

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
   * @param place as {@link RecordPlace#text}
   * @param aside where the event stands that put it aside, as {@link ParkedRecord#aside}
   * @throws signpost.record.AwayException if Kafka does not answer in time
   */
  static SoughtRecord at(KafkaConfig kafka, String by, String topic, String place, String aside) {
    Optional<RecordPlace> stands = RecordPlace.of(kafka.prefixed(topic), place);
    Optional<RecordPlace> told = RecordPlace.of(kafka.prefixed(Topics.PARKED), aside);
    if (stands.isEmpty() || told.isEmpty()) {
      return new NeverParkedRecord();
    }
    try (KeptAdmin asking = new KeptAdmin(kafka);
        StandingRecords standing = new StandingRecords(kafka, asking.client())) {
      return parked(standing, told.get(), by, topic, place)
          .map(it -> at(standing, it, stands.get()))
          .orElseGet(NeverParkedRecord::new);
    } catch (KafkaException e) {
      throw kafka.away(e);
    }
  }

  /** What was put aside there, and what became of it. */
  private static Optional<ParkedRecord> parked(
      StandingRecords standing, RecordPlace told, String by, String topic, String place) {
    ParkedCourse course = new ParkedCourse(by, topic, place);
    OptionalLong _ = standing.lookFrom(told, course);
    return course.parked();
  }

  private static SoughtRecord at(StandingRecords standing, ParkedRecord parked, RecordPlace place) {
    NewestOfKey newest = new NewestOfKey(parked, place.offset());
    OptionalLong end =
        parked.replayedAt().isPresent() ? OptionalLong.empty() : standing.lookFrom(place, newest);
    return newest
        .newest()
        .<SoughtRecord>map(record -> new StandingRecord(record, end.orElseThrow()))
        .orElseGet(OvertakenRecord::new);
  }
}
