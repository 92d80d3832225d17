package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.kit.SharedBroker;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicSet;

/** Kafka's topics, deleted and made anew while the notifier is stopped. */
class TopicsMadeAnewIT extends OnRealParts {
  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Test
  void whatStandsInThemIsReadFromTheBeginning() throws Exception {
    listed(TOOLKIT, LEAFLET);
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.settle();
    WireRecord recovered = notifier.send(Given.recovers(LEAFLET, Given.NOON));
    notifier.settle();
    assertThat(subjects()).hasSize(3);
    notifier.stop();
    makeAnew();
    notifier.now(Given.NOON.plus(Duration.ofDays(3)));
    notifier.send(Given.breaks(LEAFLET, notifier.now()));
    for (int i = 0; i < 5; i++) {
      notifier.send(recovered); // a repeat: more stands there than was read of the old topic
    }
    notifier.start();
    notifier.settle();
    assertThat(subjects()).hasSize(4).last().isEqualTo("“The leaflet.pdf” no longer works");
  }

  private void makeAnew() throws Exception {
    List<String> names = Topics.ALL.stream().map(topic -> prefix() + topic.name()).toList();
    KafkaConfig kafka = new KafkaConfig(SharedBroker.bootstrapServers(), prefix(), (short) 1);
    try (Admin admin = Admin.create(kafka.client())) {
      admin.deleteTopics(names).all().get();
      await().until(() -> admin.listTopics().names().get().stream().noneMatch(names::contains));
      new TopicSet(kafka).create(admin);
    }
  }
}
