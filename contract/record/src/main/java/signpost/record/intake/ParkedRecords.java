package signpost.record.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import signpost.events.DecodedRecord;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ParkedEvent.RecordReplayed;
import signpost.events.Topics;
import signpost.record.topic.KafkaConfig;

/** What all parts have put aside, read from its topic when somebody asks. */
public final class ParkedRecords {
  /** Characters of Base64, whole groups of four, that are kept of each value. */
  private static final int MOST_VALUE = 12_000;

  /** How many of each partition are looked through for one. */
  private static final int MOST_SOUGHT = 500;

  private final Map<RecordName, ParkedRecord> byName = new LinkedHashMap<>();

  private ParkedRecords() {}

  private record RecordName(String by, String topic, String place) {}

  /**
   * The latest with the beginnings of their values, youngest first; one that was put aside again
   * stands there once.
   *
   * @param most how many of each partition are looked at
   * @throws signpost.record.AwayException if Kafka does not answer in time
   */
  public static List<ParkedRecord> latest(KafkaConfig kafka, int most) {
    try (StandingRecords standing = new StandingRecords(kafka)) {
      List<ParkedRecord> young = new ArrayList<>(read(standing, most).values());
      young.sort(Comparator.comparing((ParkedRecord it) -> it.parked().at()).reversed());
      return young;
    } catch (KafkaException e) {
      throw kafka.away(e);
    }
  }

  /** The one that somebody put aside from there, if that was lately. */
  static Optional<ParkedRecord> find(
      StandingRecords standing, String by, String topic, String place) {
    return Optional.ofNullable(read(standing, MOST_SOUGHT).get(new RecordName(by, topic, place)));
  }

  private static Map<RecordName, ParkedRecord> read(StandingRecords standing, int most) {
    Map<TopicPartition, Long> ends = standing.ends(Topics.PARKED);
    Map<TopicPartition, Long> from = new HashMap<>(standing.first(ends.keySet()));
    from.replaceAll((partition, first) -> Math.max(first, ends.getOrDefault(partition, 0L) - most));
    ParkedRecords records = new ParkedRecords();
    standing.look(from, ends, records::add);
    return records.byName;
  }

  /** Returns that more is wanted. */
  private boolean add(ReadRecord record) {
    if (EventCodec.decode(record.message()) instanceof DecodedRecord.KnownEvent(var envelope)) {
      switch (envelope.event()) {
        case RecordParked it ->
            byName.put(
                new RecordName(it.by(), it.originalTopic(), it.place().orElse(envelope.id())),
                new ParkedRecord(brief(it), Optional.empty()));
        case RecordReplayed it ->
            byName.computeIfPresent(
                new RecordName(it.by(), it.originalTopic(), it.place()),
                (_, before) -> new ParkedRecord(before.parked(), Optional.of(it.at())));
        default -> {
          // Nothing else is written there by us.
        }
      }
    }
    return true;
  }

  private static RecordParked brief(RecordParked it) {
    return it.value().length() <= MOST_VALUE
        ? it
        : new RecordParked(
            it.originalTopic(),
            it.originalKey(),
            it.value().substring(0, MOST_VALUE),
            it.reason(),
            it.by(),
            it.at(),
            it.place());
  }
}
