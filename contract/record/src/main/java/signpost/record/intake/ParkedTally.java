package signpost.record.intake;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import signpost.events.DecodedRecord;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.Topics;
import signpost.record.intake.ParkedPage.ShownRecord;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.KeptAdmin;
import signpost.record.topic.TopicSet;

/**
 * What all parts have put aside, and what became of it. It reads the topic once from its start and
 * then only what came since, whenever somebody asks. Where that takes too long it says so, and goes
 * on from there when it is asked again.
 */
@Singleton
public final class ParkedTally {
  private final KafkaConfig kafka;
  private final KeptAdmin asking;
  private final Map<TopicPartition, Long> read = new HashMap<>();
  private final ReentrantLock reading = new ReentrantLock();
  private Map<String, String> topic = Map.of(); // with Kafka's own id: one made anew has another
  private ParkedPicture picture = new ParkedPicture(ParkedPicture.MOST);

  public ParkedTally(KafkaConfig kafka) {
    this.kafka = kafka;
    this.asking = new KeptAdmin(kafka);
  }

  /**
   * Answers from all that stands in the topic now.
   *
   * @throws signpost.record.AwayException if Kafka does not answer in time
   */
  public <T> T ask(Function<ParkedPicture, T> question) {
    return looked(_ -> question.apply(picture));
  }

  /**
   * How many wait for somebody, as {@link ParkedPicture#waiting}.
   *
   * @throws signpost.record.AwayException as {@link #ask}
   */
  public Map<String, Long> waiting() {
    return looked(_ -> picture.waiting());
  }

  /**
   * So many that wait, and as many that were seen to, with what they say.
   *
   * @throws signpost.record.AwayException as {@link #ask}
   */
  public ParkedPage page(Optional<ParkedCursor> after, int most) {
    return looked(standing -> {
      List<ParkedRecord> waiting = picture.waiting(after).limit(most + 1L).toList();
      List<ParkedRecord> here = waiting.stream().limit(most).toList();
      List<ParkedRecord> settled = picture.settled().limit(most).toList();
      Map<RecordPlace, ReadRecord> found =
          standing.at(
              Stream.concat(here.stream(), settled.stream())
                  .map(ParkedRecord::aside)
                  .collect(Collectors.toSet()));
      return new ParkedPage(
          here.stream().map(it -> shown(it, found)).toList(),
          waiting.size() > most
              ? Optional.of(ParkedCursor.behind(here.getLast()))
              : Optional.empty(),
          settled.stream().map(it -> shown(it, found)).toList(),
          picture.groups(),
          picture.extent(read),
          picture.isFull(),
          picture.unreadable());
    });
  }

  private static ShownRecord shown(ParkedRecord record, Map<RecordPlace, ReadRecord> found) {
    return new ShownRecord(
        record, Optional.ofNullable(found.get(record.aside())).flatMap(ParkedTally::parked));
  }

  private static Optional<RecordParked> parked(ReadRecord record) {
    return EventCodec.decode(record.message()) instanceof DecodedRecord.KnownEvent(var envelope)
            && envelope.event() instanceof RecordParked parked
        ? Optional.of(parked)
        : Optional.empty();
  }

  /** Whoever asks waits for another as long as for Kafka, and no longer for both together. */
  private <T> T looked(Function<StandingRecords, T> question) {
    try (StandingRecords standing = new StandingRecords(kafka, asking.client())) {
      standing.await(reading);
      try {
        readOn(standing);
        return question.apply(standing);
      } finally {
        reading.unlock();
      }
    } catch (KafkaException e) {
      asking.forget();
      throw kafka.away(e);
    }
  }

  private void readOn(StandingRecords standing) {
    try {
      readToEnd(standing);
    } catch (InvalidOffsetException _) { // what came next is past its time since
      readToEnd(standing);
    }
  }

  private void readToEnd(StandingRecords standing) {
    TopicSet.DescribedTopics there = standing.described(Topics.PARKED);
    Map<TopicPartition, Long> ends = standing.ends(there.partitions());
    beginAnewWhereOther(there.ids(), ends);
    Map<TopicPartition, Long> first = standing.first(ends.keySet());
    picture.forget(first);
    first.forEach((partition, offset) -> read.merge(partition, offset, Math::max));
    Optional<Map<TopicPartition, Long>> again = Optional.empty();
    do {
      again.ifPresent(read::putAll);
      standing.look(Map.copyOf(read), ends, this::add);
      again = picture.makeRoom();
    } while (again.isPresent());
  }

  /** A topic that was made anew, or ends before what was read of it, tells another story. */
  private void beginAnewWhereOther(Map<String, String> id, Map<TopicPartition, Long> ends) {
    boolean shorter =
        read.entrySet().stream().anyMatch(it -> ends.getOrDefault(it.getKey(), 0L) < it.getValue());
    if (shorter || !id.equals(topic)) {
      read.clear();
      picture = new ParkedPicture(ParkedPicture.MOST);
      topic = id;
    }
  }

  private boolean add(ReadRecord record) {
    read.put(record.partition(), record.next());
    return picture.add(record);
  }

  @PreDestroy
  void close() {
    asking.close();
  }
}
