package signpost.notifier.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import signpost.broker.SharedBroker;
import signpost.record.AwayException;

class TopicPartitionsIT {
  private static final String KNOWN = "topic-partitions.known";

  private KafkaConsumer<String, byte[]> consumer;

  @BeforeEach
  void oneTopic() throws Exception {
    Map<String, Object> server = Map.of("bootstrap.servers", SharedBroker.bootstrapServers());
    try (Admin admin = Admin.create(server)) {
      admin.createTopics(List.of(new NewTopic(KNOWN, 2, (short) 1))).all().get();
    }
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                SharedBroker.bootstrapServers(),
                "allow.auto.create.topics",
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  @AfterEach
  void close() {
    consumer.close();
  }

  /** The client says of a topic it does not know that it has no partitions. */
  @Test
  void everyPartitionIsReadAndATopicNotKnownYetIsWaitedFor() {
    List<TopicPartition> known =
        await()
            .ignoreException(AwayException.class)
            .until(() -> TopicPartitions.of(List.of(KNOWN), consumer::partitionsFor), _ -> true);
    assertThat(known)
        .containsExactlyInAnyOrder(new TopicPartition(KNOWN, 0), new TopicPartition(KNOWN, 1));
    assertThat(consumer.partitionsFor("topic-partitions.unknown")).isEmpty();
    assertThatExceptionOfType(AwayException.class)
        .isThrownBy(() ->
            TopicPartitions.of(List.of(KNOWN, "topic-partitions.unknown"), consumer::partitionsFor))
        .withMessageContaining("topic-partitions.unknown");
  }
}
