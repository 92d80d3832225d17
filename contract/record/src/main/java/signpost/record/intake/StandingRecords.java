package signpost.record.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import signpost.record.AwayException;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicSet;

/**
 * Looks at what stands in Kafka, on a connection of its own that changes nothing there. With its
 * farewell all of it takes ten seconds at most, since somebody waits for a page.
 */
final class StandingRecords implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofSeconds(8);
  private static final int MOST_EMPTY = 50;

  private final KafkaConfig kafka;
  private final Consumer<String, byte[]> consumer;
  private final TopicPoll poll;
  private final long begun = System.nanoTime();

  StandingRecords(KafkaConfig kafka) {
    this.kafka = kafka;
    this.consumer = TopicReader.consumer(kafka);
    this.poll = new TopicPoll(consumer, kafka, MOST_EMPTY);
  }

  /** The next offset to be written of each partition; none where the topic is not there yet. */
  Map<TopicPartition, Long> ends(String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(kafka.prefixed(topic), left()).stream()
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .toList();
    consumer.assign(partitions); // or the client warns of offsets that nobody wants to read
    return consumer.endOffsets(partitions, left());
  }

  /** Kafka's own id of a topic: one made anew has another. Nothing where the topic is not there. */
  Optional<String> id(String topic) {
    Map<String, Object> settings = new HashMap<>(kafka.client());
    int within = (int) left().toMillis();
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, within);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, within);
    try (Admin admin = Admin.create(settings)) {
      TopicSet.DescribedTopics found = new TopicSet(kafka).describe(admin, List.of(topic));
      return Optional.ofNullable(found.ids().get(topic));
    } catch (UnknownTopicOrPartitionException _) {
      return Optional.empty();
    }
  }

  /** The first offset there is of each of them. */
  Map<TopicPartition, Long> first(Collection<TopicPartition> partitions) {
    return consumer.beginningOffsets(partitions, left());
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
    consumer.assign(from.keySet());
    from.forEach((partition, offset) -> consumer.seek(partition, offset.longValue()));
    while (!isAt(ends)) {
      if (!poll.next().stream().allMatch(wantsMore)) {
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
    Long end = ends(kafka.bare(partition.topic())).get(partition);
    if (end == null || place.offset() >= end || place.isGone(first(Set.of(partition)))) {
      return OptionalLong.empty();
    }
    look(Map.of(partition, place.offset()), Map.of(partition, end), wantsMore);
    return OptionalLong.of(end);
  }

  private boolean isAt(Map<TopicPartition, Long> ends) {
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
    consumer.close(CloseOptions.timeout(TopicReader.FAREWELL));
  }
}
