package signpost.record.topic;

import static org.apache.kafka.common.IsolationLevel.READ_COMMITTED;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.Topics;

/** The topics of the contract on a broker: made where missing, and where each of them ends. */
public final class TopicSet {
  private static final Logger LOG = LoggerFactory.getLogger(TopicSet.class);
  private static final AlterConfigOp KEEP_TOMBSTONES =
      new AlterConfigOp(
          new ConfigEntry(Topics.TOMBSTONES_KEPT, Long.toString(Topics.HISTORY.toMillis())),
          AlterConfigOp.OpType.SET);

  private final KafkaConfig kafka;

  public TopicSet(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  /**
   * Creates what is missing. What is there stays as it is, but tombstones are kept for as long as
   * ours where it keeps them for less.
   *
   * @throws KafkaException if the broker does not answer or refuses
   */
  public void create(Admin admin) {
    List<NewTopic> wanted = Topics.ALL.stream().map(this::wanted).toList();
    Map<String, KafkaFuture<Void>> made = admin.createTopics(wanted).values();
    List<ConfigResource> before =
        made.entrySet().stream()
            .filter(topic -> isThere(topic.getValue()))
            .map(Map.Entry::getKey)
            .filter(name -> Topics.isCompacted(kafka.bare(name)))
            .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
            .toList();
    keepTombstones(admin, before);
  }

  /** Whether an earlier start, another service or somebody else made it. */
  private static boolean isThere(KafkaFuture<Void> made) {
    try {
      get(made);
      return false;
    } catch (TopicExistsException _) {
      return true;
    }
  }

  private static void keepTombstones(Admin admin, Collection<ConfigResource> compacted) {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    try {
      get(admin.describeConfigs(compacted).all())
          .forEach((topic, config) -> {
            if (!keepsTombstones(config)) {
              changes.put(topic, List.of(KEEP_TOMBSTONES));
            }
          });
      get(admin.incrementalAlterConfigs(changes).all());
    } catch (AuthorizationException e) {
      LOG.warn(
          "Whether topics keep tombstones for {} days cannot be seen to ({}): a reader that is"
              + " stopped for longer than they do misses what was taken away",
          Topics.HISTORY.toDays(),
          e.getMessage());
    }
  }

  private static boolean keepsTombstones(Config topic) {
    long millis = Long.parseLong(topic.get(Topics.TOMBSTONES_KEPT).value());
    return millis >= Topics.HISTORY.toMillis();
  }

  NewTopic wanted(Topics.Topic topic) {
    return new NewTopic(kafka.prefixed(topic.name()), topic.partitions(), kafka.replication())
        .configs(topic.config());
  }

  /**
   * Kafka's own ids of some topics, by contract name: a topic made anew has another.
   *
   * @throws KafkaException if one of them is not known to the broker, as just after it was made:
   *     the consumer's own question would call it a topic without partitions
   */
  public DescribedTopics describe(Admin admin, Collection<String> topics) {
    return described(admin, topics, new DescribeTopicsOptions());
  }

  /** As {@link #describe(Admin, Collection)}, with another patience than the client's own. */
  public DescribedTopics describe(Admin admin, Collection<String> topics, Duration within) {
    return described(admin, topics, new DescribeTopicsOptions().timeoutMs(millis(within)));
  }

  private DescribedTopics described(
      Admin admin, Collection<String> topics, DescribeTopicsOptions how) {
    List<String> names = topics.stream().map(kafka::prefixed).toList();
    Map<String, TopicDescription> found = get(admin.describeTopics(names, how).allTopicNames());
    Map<String, String> ids = new TreeMap<>();
    Set<TopicPartition> partitions = new HashSet<>();
    found.forEach((name, description) -> {
      ids.put(kafka.bare(name), description.topicId().toString());
      description
          .partitions()
          .forEach(it -> partitions.add(new TopicPartition(name, it.partition())));
    });
    return new DescribedTopics(ids, partitions);
  }

  /** The ids of topics by contract name, and all their partitions. */
  public record DescribedTopics(Map<String, String> ids, Set<TopicPartition> partitions) {
    public DescribedTopics {
      ids = Map.copyOf(ids);
      partitions = Set.copyOf(partitions);
    }
  }

  /** An offset of each partition, as the first or the next to be written, as readers see it. */
  public static Map<TopicPartition, Long> offsets(
      Admin admin, Iterable<TopicPartition> partitions, OffsetSpec which) {
    return offsets(admin, partitions, which, new ListOffsetsOptions(READ_COMMITTED));
  }

  /** As {@link #offsets(Admin, Iterable, OffsetSpec)}, with another patience than the client's. */
  public static Map<TopicPartition, Long> offsets(
      Admin admin, Iterable<TopicPartition> partitions, OffsetSpec which, Duration within) {
    return offsets(
        admin, partitions, which, new ListOffsetsOptions(READ_COMMITTED).timeoutMs(millis(within)));
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, Iterable<TopicPartition> partitions, OffsetSpec which, ListOffsetsOptions how) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, which));
    Map<TopicPartition, ListOffsetsResultInfo> found = get(admin.listOffsets(asked, how).all());
    Map<TopicPartition, Long> offsets = new HashMap<>();
    found.forEach((partition, info) -> offsets.put(partition, info.offset()));
    return offsets;
  }

  private static int millis(Duration within) {
    return Math.toIntExact(within.toMillis());
  }

  static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw Optional.ofNullable(e.getCause())
          .filter(KafkaException.class::isInstance)
          .map(KafkaException.class::cast)
          .orElseGet(() -> new KafkaException(e));
    }
  }
}
