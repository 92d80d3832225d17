package signpost.record.topic;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import signpost.record.AwayException;

/**
 * Where Kafka is.
 *
 * @param bootstrapServers where the public record is
 * @param topicPrefix goes before the name of each topic, where several Signposts share one cluster
 * @param replication copies of each topic; 3 wherever there are three brokers. It counts only when
 *     topics are made
 */
@ConfigurationProperties("signpost.kafka")
public record KafkaConfig(
    @Bindable(defaultValue = "127.0.0.1:9092") String bootstrapServers,
    @Bindable(defaultValue = "") String topicPrefix,
    @Bindable(defaultValue = "1") short replication) {
  private static final int PATIENCE_MILLIS = 10_000;

  /** The topic's name on the broker. */
  public String prefixed(String topic) {
    return topicPrefix + topic;
  }

  /** The topic's name in the contract. */
  public String bare(String prefixed) {
    return prefixed.substring(topicPrefix.length());
  }

  /** Says that the broker does not answer. */
  public AwayException away(Throwable why) {
    return new AwayException("Kafka at " + bootstrapServers + " does not answer", why);
  }

  /** What every client needs: a broker that takes longer than ten seconds counts as away. */
  public Map<String, Object> client() {
    return Map.of(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
        CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
  }
}
