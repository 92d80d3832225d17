package signpost.notifier.publish;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import signpost.events.Topics;

/** Creates the topics that are not there yet. */
public final class TopicCreator {
  private TopicCreator() {}

  /** Creates what is missing. */
  public static void create(KafkaConfig kafka) throws ExecutionException, InterruptedException {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    try (Admin admin = Admin.create(settings)) {
      List<NewTopic> topics = Topics.ALL.stream().map(topic -> toCreate(topic, kafka)).toList();
      for (var created : admin.createTopics(topics).values().values()) {
        try {
          created.get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
        }
      }
    }
  }

  private static NewTopic toCreate(Topics.Topic topic, KafkaConfig kafka) {
    return new NewTopic(kafka.topicPrefix() + topic.name(), topic.partitions(), kafka.replication())
        .configs(topic.config());
  }
}
