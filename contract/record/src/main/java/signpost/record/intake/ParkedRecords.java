package signpost.record.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import signpost.events.DecodedRecord;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordDismissed;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ParkedEvent.RecordReplayed;
import signpost.events.Topics;
import signpost.record.topic.KafkaConfig;

/**
 * What all parts have put aside lately, read from its topic when somebody asks: one that was put
 * aside again is there once.
 */
public final class ParkedRecords {
  /** Characters of Base64, whole groups of four, that are kept of each value. */
  private static final int MOST_VALUE = 12_000;

  private final ParkedWindow window;
  private final Map<RecordName, ParkedRecord> byName = new LinkedHashMap<>();

  ParkedRecords(ParkedWindow window) {
    this.window = window;
  }

  private record RecordName(String by, String topic, String name) {}

  /** Where in the topic is looked: what stands there from and to which offsets. */
  record ParkedWindow(
      Map<TopicPartition, Long> first,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> ends) {
    /** How many of each partition are looked through. */
    private static final int MOST = 500;

    static ParkedWindow of(StandingRecords standing) {
      Map<TopicPartition, Long> ends = standing.ends(Topics.PARKED);
      Map<TopicPartition, Long> first = standing.first(ends.keySet());
      Map<TopicPartition, Long> from = new HashMap<>(first);
      from.replaceAll((partition, at) -> Math.max(at, ends.getOrDefault(partition, 0L) - MOST));
      return new ParkedWindow(first, from, ends);
    }
  }

  /**
   * The latest, with the beginnings of their values.
   *
   * @throws signpost.record.AwayException if Kafka does not answer in time
   */
  public static ParkedRecords lately(KafkaConfig kafka) {
    try (StandingRecords standing = new StandingRecords(kafka)) {
      return read(standing, ParkedWindow.of(standing));
    } catch (KafkaException e) {
      throw kafka.away(e);
    }
  }

  static ParkedRecords read(StandingRecords standing, ParkedWindow window) {
    ParkedRecords records = new ParkedRecords(window);
    standing.look(window.from(), window.ends(), records::add);
    return records;
  }

  /** Those that wait for somebody first, and of these and the others the youngest first. */
  public List<ParkedRecord> all() {
    return byName.values().stream()
        .sorted(
            Comparator.comparing(ParkedRecord::isWaiting)
                .thenComparing(it -> it.parked().at())
                .reversed())
        .toList();
  }

  /** Whether older ones stand in the topic that were not looked at. */
  public boolean hasOlder() {
    return !window.first().equals(window.from());
  }

  /** How many wait for somebody, by the part that put them aside; none of the others. */
  public Map<String, Long> waiting() {
    return byName.values().stream()
        .filter(ParkedRecord::isWaiting)
        .collect(Collectors.groupingBy(it -> it.parked().by(), Collectors.counting()));
  }

  /**
   * The one that a part put aside of a topic.
   *
   * @param name as {@link ParkedRecord#name}
   */
  public Optional<ParkedRecord> find(String by, String topic, String name) {
    return Optional.ofNullable(byName.get(new RecordName(by, topic, name)));
  }

  /** Returns that more is wanted. */
  boolean add(ReadRecord record) {
    if (EventCodec.decode(record.message()) instanceof DecodedRecord.KnownEvent(var envelope)) {
      add(envelope);
    }
    return true;
  }

  private void add(Envelope envelope) {
    switch (envelope.event()) {
      case RecordParked it -> {
        String name = it.place().orElse(envelope.id());
        byName.merge(
            new RecordName(it.by(), it.originalTopic(), name),
            new ParkedRecord(brief(it), name, Optional.empty(), Optional.empty()),
            (before, now) -> before.again(now.parked()));
      }
      case RecordReplayed it ->
          byName.computeIfPresent(
              new RecordName(it.by(), it.originalTopic(), it.place()),
              (_, before) -> before.replayed(it.at()));
      case RecordDismissed it ->
          byName.computeIfPresent(
              new RecordName(it.by(), it.originalTopic(), it.place()),
              (_, before) -> before.dismissed(it.at()));
      default -> {
        // Nothing else is written there by us.
      }
    }
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
