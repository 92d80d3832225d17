package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Test;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.kit.SharedBroker;
import signpost.record.Supervisor;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicSet;

/** Kafka's topics, deleted and made anew, or with more partitions than before. */
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

  @Test
  void topicThatIsDeletedWhileItRunsIsMadeAnewAndReadFromItsBeginning() throws Exception {
    listed(TOOLKIT, LEAFLET);
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.settle();
    notifier.send(Given.recovers(LEAFLET, Given.NOON));
    notifier.settle();
    try (Admin admin = Admin.create(kafka().client())) {
      String before = linksId(admin);
      admin.deleteTopics(List.of(prefix() + Topics.LINKS)).all().get();
      await().ignoreExceptions().until(() -> !linksId(admin).equals(before));
    }
    notifier.now(Given.NOON.plus(Duration.ofDays(3)));
    notifier.send(Given.breaks(LEAFLET, notifier.now()));
    await().until(() -> subjects().size() == 4);
    assertThat(subjects()).last().isEqualTo("“The leaflet.pdf” no longer works");
    assertThat(notifier.parked()).isEmpty();
    await().until(() -> notifier.bean(Supervisor.class).failing().isEmpty());
  }

  private String linksId(Admin admin) {
    return new TopicSet(kafka()).describe(admin, List.of(Topics.LINKS)).ids().toString();
  }

  @Test
  void partitionThatIsAddedWhileItRunsIsReadToo() throws Exception {
    listed(TOOLKIT, LEAFLET);
    NewPartitions more = NewPartitions.increaseTo(Topics.PARTITIONS + 1);
    try (Admin admin = Admin.create(kafka().client())) {
      admin.createPartitions(Map.of(prefix() + Topics.LINKS, more)).all().get();
    }
    WireRecord breaks =
        EventCodec.encode(
            Envelope.of(Given.breaks(LEAFLET, Given.NOON), "signpost/ingest", Given.NOON, 1));
    notifier.send(breaks, Optional.of(Topics.PARTITIONS));
    await().until(() -> subjects().size() == 2);
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("“The leaflet.pdf” no longer works");
  }

  private void makeAnew() throws Exception {
    List<String> names = Topics.ALL.stream().map(topic -> prefix() + topic.name()).toList();
    try (Admin admin = Admin.create(kafka().client())) {
      admin.deleteTopics(names).all().get();
      await().until(() -> admin.listTopics().names().get().stream().noneMatch(names::contains));
      new TopicSet(kafka()).create(admin);
    }
  }

  private KafkaConfig kafka() {
    return KafkaConfig.unsecured(SharedBroker.bootstrapServers(), prefix(), (short) 1);
  }
}
