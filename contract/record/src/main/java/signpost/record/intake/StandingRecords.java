package signpost.record.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import signpost.record.AwayException;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicSet;

/**
 * Looks at what stands in Kafka, and changes nothing there: asks of topics through a client of
 * somebody else's, and connects to read only where there is something to read. With its farewell
 * all of it takes ten seconds at most, since somebody waits for a page.
 */
final class StandingRecords implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofSeconds(8);
  private static final int MOST_EMPTY = 50;

  /** Whoever goes on elsewhere waits first for what the broker does not have here. */
  private static final Duration FETCH = Duration.ofMillis(100);

  private final KafkaConfig kafka;
  private final Admin admin;
  private final long begun = System.nanoTime();
  private @Nullable StandingReader reader;

  StandingRecords(KafkaConfig kafka, Admin admin) {
    this.kafka = kafka;
    this.admin = admin;
  }

  /** A connection that reads. */
  private record StandingReader(Consumer<String, byte[]> consumer, TopicPoll poll) {}

  private StandingReader reader() {
    StandingReader here = reader;
    if (here == null) {
      Consumer<String, byte[]> consumer = TopicReader.consumer(kafka, FETCH);
      here = new StandingReader(consumer, new TopicPoll(consumer, kafka, MOST_EMPTY));
      reader = here;
    }
    return here;
  }

  /** The topic as it is on the broker; without id and partitions where it is not there. */
  TopicSet.DescribedTopics described(String topic) {
    try {
      return new TopicSet(kafka).describe(admin, List.of(topic), left());
    } catch (UnknownTopicOrPartitionException _) {
      return new TopicSet.DescribedTopics(Map.of(), Set.of());
    }
  }

  /** The next offset to be written of each of them. */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
    return TopicSet.offsets(admin, partitions, OffsetSpec.latest(), left());
  }

  /** The first offset there is of each of them. */
  Map<TopicPartition, Long> first(Collection<TopicPartition> partitions) {
    return TopicSet.offsets(admin, partitions, OffsetSpec.earliest(), left());
  }

  /**
   * Shows what stands there in the order of each partition, for as long as more is wanted.
   *
   * @param ends of the same partitions
   * @throws AwayException if that takes longer than anybody waits for
   */
  void look(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> ends,
      Predicate<ReadRecord> wantsMore) {
    if (from.equals(ends)) {
      return; // nothing to connect for
    }
    StandingReader here = reader();
    here.consumer().assign(from.keySet());
    from.forEach((partition, offset) -> here.consumer().seek(partition, offset.longValue()));
    while (!isAt(here.consumer(), ends)) {
      if (!here.poll().next().stream().allMatch(wantsMore)) {
        return;
      }
    }
  }

  /** What stands at some places; without what is gone. One look shows what stands behind, too. */
  Map<RecordPlace, ReadRecord> at(Set<RecordPlace> places) {
    Map<TopicPartition, Long> first =
        first(places.stream().map(RecordPlace::partition).collect(Collectors.toSet()));
    Map<RecordPlace, ReadRecord> found = new HashMap<>();
    for (RecordPlace place : places.stream().sorted(RecordPlace.IN_ORDER).toList()) {
      if (!found.containsKey(place) && !place.isGone(first)) {
        Map<TopicPartition, Long> behind = Map.of(place.partition(), place.offset() + 1);
        look(
            Map.of(place.partition(), place.offset()),
            behind,
            record -> keep(record, places, found));
      }
    }
    return found;
  }

  private static boolean keep(
      ReadRecord record, Set<RecordPlace> wanted, Map<RecordPlace, ReadRecord> found) {
    RecordPlace place = new RecordPlace(record.partition(), record.offset());
    if (wanted.contains(place)) {
      found.put(place, record);
    }
    return true;
  }

  /**
   * Shows what stands at a place and behind it in its partition, for as long as more is wanted.
   * Returns up to where that is; nothing where the place is gone.
   */
  OptionalLong lookFrom(RecordPlace place, Predicate<ReadRecord> wantsMore) {
    TopicPartition partition = place.partition();
    if (!described(kafka.bare(partition.topic())).partitions().contains(partition)) {
      return OptionalLong.empty();
    }
    long end = ends(Set.of(partition)).getOrDefault(partition, 0L);
    if (place.offset() >= end || place.isGone(first(Set.of(partition)))) {
      return OptionalLong.empty();
    }
    look(Map.of(partition, place.offset()), Map.of(partition, end), wantsMore);
    return OptionalLong.of(end);
  }

  private boolean isAt(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), left()) >= end.getValue());
  }

  /**
   * Takes a lock, which whoever looks at the same holds.
   *
   * @throws AwayException if that takes longer than anybody waits for
   */
  void await(ReentrantLock lock) {
    try {
      if (!lock.tryLock(left().toNanos(), TimeUnit.NANOSECONDS)) {
        throw tooLong();
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private Duration left() {
    Duration left = WITHIN.minusNanos(System.nanoTime() - begun);
    if (left.isNegative() || left.isZero()) {
      throw tooLong();
    }
    return left;
  }

  private AwayException tooLong() {
    return new AwayException(
        "Kafka at " + kafka.bootstrapServers() + " takes too long to show what stands there");
  }

  @Override
  public void close() {
    StandingReader here = reader;
    if (here != null) {
      here.consumer().close(TopicReader.FAREWELL);
    }
  }
}
