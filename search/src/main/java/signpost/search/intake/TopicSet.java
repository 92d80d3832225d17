package signpost.search.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import signpost.events.Topics;

/** The topics search reads: made where missing, and where each of them ends. */
final class TopicSet {
  /** In the order of reading: what the catalogue says before what was seen. */
  static final List<String> READ =
      List.of(
          Topics.RESOURCES,
          Topics.PAGES,
          Topics.HEALTH,
          Topics.LINKS,
          Topics.CHANGES,
          Topics.FINDINGS);

  private final KafkaSettings settings;

  TopicSet(KafkaSettings settings) {
    this.settings = settings;
  }

  /** The name on the broker. */
  String prefixed(String topic) {
    return settings.topicPrefix() + topic;
  }

  /** The name in the contract. */
  String bare(String prefixed) {
    return prefixed.substring(settings.topicPrefix().length());
  }

  /** Creates what is missing; what is there stays as it is. */
  void create(Admin admin) {
    List<NewTopic> wanted = new ArrayList<>();
    for (Topics.Topic topic : Topics.ALL) {
      wanted.add(
          new NewTopic(prefixed(topic.name()), topic.partitions(), settings.replication())
              .configs(topic.config()));
    }
    for (KafkaFuture<Void> made : admin.createTopics(wanted).values().values()) {
      try {
        get(made);
      } catch (TopicExistsException _) {
        // Made by an earlier start or by another module.
      }
    }
  }

  /** Kafka's own ids of the topics we read, by contract name: a topic made anew has another. */
  Described describe(Admin admin) {
    Map<String, TopicDescription> found =
        get(admin.describeTopics(READ.stream().map(this::prefixed).toList()).allTopicNames());
    Map<String, String> ids = new TreeMap<>();
    List<TopicPartition> partitions = new ArrayList<>();
    found.forEach((name, description) -> {
      ids.put(bare(name), description.topicId().toString());
      description
          .partitions()
          .forEach(it -> partitions.add(new TopicPartition(name, it.partition())));
    });
    return new Described(ids, partitions);
  }

  record Described(Map<String, String> ids, List<TopicPartition> partitions) {
    Described {
      ids = Map.copyOf(ids);
      partitions = List.copyOf(partitions);
    }
  }

  static Map<TopicPartition, Long> offsets(
      Admin admin, Iterable<TopicPartition> partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, which));
    Map<TopicPartition, ListOffsetsResultInfo> found = get(admin.listOffsets(asked).all());
    Map<TopicPartition, Long> offsets = new HashMap<>();
    found.forEach((partition, info) -> offsets.put(partition, info.offset()));
    return offsets;
  }

  private static <T> T get(KafkaFuture<T> future) {
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
