package signpost.record.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import signpost.events.Topics;
import signpost.kit.SharedBroker;

/** What is made of the topics on a real broker. */
class TopicSetIT {
  private static final String OURS = Long.toString(Topics.HISTORY.toMillis());
  private static final String LONGER =
      Long.toString(Topics.HISTORY.plus(Duration.ofDays(1)).toMillis());

  private KafkaConfig kafka;
  private Admin admin;

  @BeforeEach
  void connect(TestInfo test) {
    kafka =
        KafkaConfig.unsecured(
            SharedBroker.bootstrapServers(),
            "topics." + test.getTestMethod().orElseThrow().getName() + ".",
            (short) 1);
    admin = Admin.create(kafka.client());
  }

  @AfterEach
  void disconnect() {
    admin.close();
  }

  @Test
  void newTopicsSayWhatWasTakenAwayForAsLongAsAReaderMayBeStopped() {
    new TopicSet(kafka).create(admin);
    keepsOurs(Topics.PAGES);
  }

  @Test
  void topicsOfBeforeDoSoFromNowOnAndAreOtherwiseLeftAsTheyAre() throws Exception {
    made(Topics.PAGES, Map.of("cleanup.policy", "compact", "max.message.bytes", "10000"));
    made(Topics.HEALTH, Map.of("cleanup.policy", "compact", Topics.TOMBSTONES_KEPT, LONGER));
    made(Topics.LINKS, Map.of("retention.ms", "3600000"));

    new TopicSet(kafka).create(admin);
    new TopicSet(kafka).create(admin);

    keepsOurs(Topics.PAGES);
    assertThat(setting(Topics.PAGES, "max.message.bytes")).isEqualTo("10000");
    assertThat(setting(Topics.HEALTH, Topics.TOMBSTONES_KEPT)).isEqualTo(LONGER);
    assertThat(setting(Topics.LINKS, Topics.TOMBSTONES_KEPT)).isEqualTo("86400000");
    assertThat(setting(Topics.LINKS, "retention.ms")).isEqualTo("3600000");
  }

  /** The broker that is asked hears of it a moment after the controller. */
  private void keepsOurs(String topic) {
    await()
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(setting(topic, Topics.TOMBSTONES_KEPT)).isEqualTo(OURS));
  }

  private void made(String topic, Map<String, String> settings) throws Exception {
    NewTopic before = new NewTopic(kafka.prefixed(topic), 1, (short) 1).configs(settings);
    SharedBroker.make(admin, List.of(before));
    await().ignoreExceptions().until(() -> !setting(topic, "retention.ms").isEmpty());
  }

  private String setting(String topic, String name) throws Exception {
    ConfigResource where = new ConfigResource(ConfigResource.Type.TOPIC, kafka.prefixed(topic));
    return admin.describeConfigs(List.of(where)).all().get().values().stream()
        .map(config -> config.get(name).value())
        .toList()
        .getFirst();
  }
}
