package signpost.record.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static signpost.record.outbox.RunningRelay.guide;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.Topics;
import signpost.kit.LogLines;
import signpost.kit.SharedBroker;
import signpost.record.store.Database;
import signpost.record.store.Databases;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.KnownTopics;
import signpost.record.topic.TopicSet;

/** A broker that refuses what it took before, and loses a topic under the relay. */
class UnreliableBrokerIT {
  private static final int LITTLE = 10_000;

  @TempDir Path folder;
  private KafkaConfig kafka;
  private Admin admin;

  @BeforeEach
  void connect(TestInfo test) {
    kafka =
        KafkaConfig.unsecured(
            SharedBroker.bootstrapServers(),
            "unreliable." + test.getTestMethod().orElseThrow().getName() + ".",
            (short) 1);
    admin = Admin.create(kafka.client());
  }

  private RunningRelay started() {
    return new RunningRelay(
        Databases.sqlite(folder), kafka.bootstrapServers(), kafka.topicPrefix());
  }

  @AfterEach
  void stop() {
    admin.close();
  }

  @Test
  void whatATopicOfLittleRoomRefusesIsParkedAndThatAlone() throws Exception {
    holdsLittle(Topics.RESOURCES);
    try (RunningRelay relay = started()) {
      relay.put(
          guide("one", "small"),
          guide("one", "x".repeat(5 * LITTLE)),
          guide("other", "y".repeat(5 * LITTLE)),
          guide("one", "small again"),
          guide("other", "small too"));
      relay.sent();
      assertThat(sequences(relay, "guide:one")).containsExactly("1", "3");
      assertThat(sequences(relay, "guide:other")).containsExactly("2");
      assertThat(relay.parked())
          .allSatisfy(it -> assertThat(it.reason()).startsWith("RecordTooLargeException"))
          .extracting(RecordParked::originalKey)
          .containsExactlyInAnyOrder("guide:one", "guide:other");
    }
  }

  @Test
  void whatCannotBeParkedEitherIsSaidAndStopsNothing() throws Exception {
    holdsLittle(Topics.RESOURCES);
    holdsLittle(Topics.PARKED);
    try (LogLines log = new LogLines(Outbox.class);
        RunningRelay relay = started()) {
      relay.put(guide("one", "x".repeat(5 * LITTLE)), guide("next", "small"));
      relay.sent();
      assertThat(sequences(relay, "guide:next")).containsExactly("1");
      assertThat(log.starting("What was put aside cannot be sent either and is dropped"))
          .hasSize(1);
    }
  }

  private static List<String> sequences(RunningRelay relay, String key) {
    return relay.records(Topics.RESOURCES).stream()
        .filter(record -> record.key().equals(key))
        .map(record -> record.headers().getOrDefault("ce_sequence", ""))
        .toList();
  }

  /** Somebody made it before us, and not as we would. */
  private void holdsLittle(String topic) throws Exception {
    NewTopic little =
        new NewTopic(kafka.prefixed(topic), Topics.PARTITIONS, (short) 1)
            .configs(Map.of("max.message.bytes", Integer.toString(LITTLE)));
    admin.createTopics(List.of(little)).all().get();
  }

  @Test
  void topicThatIsDeletedUnderTheRelayIsMadeAnewAndFilledAgain() throws Exception {
    try (RunningRelay relay = started()) {
      relay.put(titled("a", "b", "c"));
      relay.sent();
      String before = resourcesId();
      admin.deleteTopics(List.of(kafka.prefixed(Topics.RESOURCES))).all().get();
      await().ignoreExceptions().until(() -> !resourcesId().equals(before));
      relay.put(titled("d"));
      List<String> all = List.of("guide:a", "guide:b", "guide:c", "guide:d");
      await().until(() -> relay.keys(Topics.RESOURCES).containsAll(all));
      relay.put(titled("e"));
      relay.sent();
      assertThat(relay.keys(Topics.RESOURCES)).contains("guide:e");
      assertThat(relay.parked()).isEmpty();
      await().until(() -> relay.failing().isEmpty());
    }
  }

  /** Another process of the database filled the new topic as far as it knew, and was gone. */
  @Test
  void whatWasSentToATopicThatIsNoMoreButNotMarkedIsSentToTheNewOne() throws Exception {
    Database database = Databases.sqlite(folder);
    try (RunningRelay relay =
        new RunningRelay(database, kafka.bootstrapServers(), kafka.topicPrefix())) {
      relay.put(titled("a"));
      relay.sent();
      marking(
          database,
          "CREATE TRIGGER unmarked BEFORE UPDATE OF sent_at ON outbox"
              + " WHEN NEW.sent_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'not now'); END");
      relay.put(titled("b"));
      await().until(() -> relay.keys(Topics.RESOURCES).contains("guide:b"));
      String before = resourcesId();
      admin.deleteTopics(List.of(kafka.prefixed(Topics.RESOURCES))).all().get();
      await().ignoreExceptions().until(() -> !resourcesId().equals(before));
      Map<String, String> now =
          new TopicSet(kafka).describe(admin, List.of(Topics.RESOURCES)).ids();
      database.write(handle -> {
        KnownTopics.save(handle, KnownTopics.TopicUse.SENT, now);
        return handle.execute("DROP TRIGGER unmarked");
      });
      relay.sent();
      assertThat(relay.keys(Topics.RESOURCES)).contains("guide:b");
    }
  }

  private static void marking(Database database, String trigger) {
    int _ = database.write(handle -> handle.execute(trigger));
  }

  private String resourcesId() {
    return new TopicSet(kafka).describe(admin, List.of(Topics.RESOURCES)).ids().toString();
  }

  private static GuideListed[] titled(String... ids) {
    return Arrays.stream(ids).map(id -> guide(id, id)).toArray(GuideListed[]::new);
  }
}
