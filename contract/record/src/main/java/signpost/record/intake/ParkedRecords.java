package signpost.record.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import signpost.events.DecodedRecord;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ParkedEvent.RecordReplayed;
import signpost.events.Topics;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicSet;
import signpost.record.topic.TopicWatch;

/** What all parts have put aside, read from its topic when somebody asks. */
public final class ParkedRecords {
  private ParkedRecords() {}

  /**
   * The latest, youngest first; one that was put aside again stands there once.
   *
   * @param most how many of each partition are looked at
   * @throws signpost.record.AwayException if Kafka does not answer
   */
  public static List<ParkedRecord> latest(KafkaConfig kafka, int most) {
    try (TopicWatch topics = new TopicWatch(kafka, List.of(Topics.PARKED));
        Consumer<String, byte[]> consumer = TopicReader.consumer(kafka)) {
      Map<TopicPartition, Long> first = offsets(topics, OffsetSpec.earliest());
      Map<TopicPartition, Long> ends = offsets(topics, OffsetSpec.latest());
      consumer.assign(ends.keySet());
      ends.forEach((partition, end) ->
          consumer.seek(partition, Math.max(first.getOrDefault(partition, 0L), end - most)));
      return merged(new StandingRecords(consumer, kafka).until(ends));
    } catch (KafkaException e) {
      throw kafka.away(e);
    }
  }

  private static Map<TopicPartition, Long> offsets(TopicWatch topics, OffsetSpec which) {
    return TopicSet.offsets(topics.admin(), topics.described().partitions(), which);
  }

  private record RecordName(String by, String topic, String place) {}

  private static List<ParkedRecord> merged(List<ReadRecord> records) {
    Map<RecordName, ParkedRecord> latest = new LinkedHashMap<>();
    for (ReadRecord record : records) {
      if (EventCodec.decode(record.message()) instanceof DecodedRecord.KnownEvent(var envelope)) {
        switch (envelope.event()) {
          case RecordParked it ->
              latest.put(
                  new RecordName(it.by(), it.originalTopic(), it.place().orElse(envelope.id())),
                  new ParkedRecord(it, Optional.empty()));
          case RecordReplayed it ->
              latest.computeIfPresent(
                  new RecordName(it.by(), it.originalTopic(), it.place()),
                  (_, before) -> new ParkedRecord(before.parked(), Optional.of(it.at())));
          default -> {
            // Nothing else is written there by us.
          }
        }
      }
    }
    List<ParkedRecord> young = new ArrayList<>(latest.values());
    young.sort(Comparator.comparing((ParkedRecord it) -> it.parked().at()).reversed());
    return young;
  }
}
