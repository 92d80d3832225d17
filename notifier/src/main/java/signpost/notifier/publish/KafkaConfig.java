package signpost.notifier.publish;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where Kafka is. {@code topicPrefix} goes before each topic's name (several Signposts on one
 * cluster, tests); {@code replication} is 1 on one machine, 3 elsewhere.
 */
@ConfigurationProperties("signpost.kafka")
public record KafkaConfig(
    @Bindable(defaultValue = "127.0.0.1:9092") String bootstrapServers,
    @Bindable(defaultValue = "") String topicPrefix,
    @Bindable(defaultValue = "1") short replication) {}
