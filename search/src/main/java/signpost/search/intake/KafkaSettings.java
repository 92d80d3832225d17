package signpost.search.intake;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** Where Kafka is. The prefix keeps several Signposts, or tests, apart on one broker. */
@ConfigurationProperties("signpost.kafka")
record KafkaSettings(
    @Bindable(defaultValue = "127.0.0.1:9092") String bootstrapServers,
    @Bindable(defaultValue = "") String topicPrefix,
    @Bindable(defaultValue = "1") short replication) {

  /** What every client needs. Ten seconds: a broker that takes longer counts as away. */
  Map<String, Object> client() {
    return Map.of(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
        CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
  }
}
