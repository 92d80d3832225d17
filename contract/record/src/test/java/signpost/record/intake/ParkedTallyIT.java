package signpost.record.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.broker.EmbeddedBroker;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent;
import signpost.events.ParkedEvent.RecordDismissed;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.kit.SharedBroker;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicSet;
import signpost.record.topic.TopicWriter;

/** What was put aside, as a real broker keeps it. */
final class ParkedTallyIT {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static KafkaConfig kafka(String prefix) {
    SharedBroker.topics(prefix);
    return KafkaConfig.unsecured(SharedBroker.bootstrapServers(), prefix, (short) 1);
  }

  @Test
  void tenThousandAreCountedAsTheyAreSeenToAndForgottenOnceTheTopicHasForgottenThem()
      throws Exception {
    KafkaConfig kafka = kafka("many-parked.");
    ParkedTally tally = new ParkedTally(kafka);
    send(kafka, IntStream.range(0, 10_000).mapToObj(ParkedTallyIT::parked).toList());
    assertThat(tally.waiting()).containsOnly(Map.entry("search", 10_000L));

    Map<TopicPartition, Long> ends = ends(kafka);
    send(kafka, IntStream.range(0, 9_000).mapToObj(ParkedTallyIT::dismissed).toList());
    assertThat(tally.waiting()).containsOnly(Map.entry("search", 1_000L));
    delete(kafka, ends);
    send(kafka, List.of(parked(10_000)));
    assertThat(tally.waiting()).containsOnly(Map.entry("search", 1L));
  }

  @Test
  void pageSaysWhatEachRecordSaysAndTheLastHasNoNext() throws Exception {
    KafkaConfig kafka = kafka("parked-pages.");
    send(kafka, IntStream.range(0, 120).mapToObj(ParkedTallyIT::parked).toList());
    send(kafka, List.of(dismissed(7)));
    ParkedTally tally = new ParkedTally(kafka);

    List<String> names = new ArrayList<>();
    Optional<ParkedCursor> after = Optional.empty();
    do {
      ParkedPage page = tally.page(after, 50);
      page.waiting().forEach(it -> names.add(it.record().name()));
      assertThat(page.count()).isEqualTo(119);
      assertThat(page.settled()).hasSize(1);
      assertThat(page.waiting())
          .allSatisfy(it ->
              assertThat(it.parked().orElseThrow().originalKey()).isEqualTo(it.record().key()));
      after = page.next();
    } while (after.isPresent());
    assertThat(names).hasSize(119).doesNotHaveDuplicates().startsWith("0|0").endsWith("0|119");
  }

  @Test
  void topicMadeAnewIsReadFromItsStart() throws Exception {
    KafkaConfig kafka = kafka("parked-anew.");
    ParkedTally tally = new ParkedTally(kafka);
    send(kafka, List.of(parked(1), parked(2)));
    assertThat(tally.waiting()).containsOnly(Map.entry("search", 2L));
    try (Admin admin = Admin.create(kafka.client())) {
      admin.deleteTopics(List.of(kafka.prefixed(Topics.PARKED))).all().get();
      Awaitility.await()
          .until(() ->
              admin.listTopics().names().get().stream()
                  .noneMatch(kafka.prefixed(Topics.PARKED)::equals));
    }
    assertThat(tally.waiting()).as("there is none").isEmpty();
    kafka("parked-anew.");
    send(kafka, List.of(parked(3), parked(4), parked(5)));
    List<String> names =
        tally.ask(it -> it.waiting(Optional.empty()).map(ParkedRecord::name).toList());
    assertThat(names).containsExactly("0|3", "0|4", "0|5");
  }

  @Test
  void brokerThatComesBackIsCountedAndAnotherInItsPlaceToo(@TempDir Path folder) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("one"), 0);
    int port = Integer.parseInt(broker.bootstrapServers().replaceAll(".*:", ""));
    KafkaConfig kafka = KafkaConfig.unsecured(broker.bootstrapServers(), "", (short) 1);
    ParkedTally tally = new ParkedTally(kafka);
    try {
      makeTopics(kafka);
      send(kafka, List.of(parked(1), parked(2)));
      assertThat(tally.waiting()).containsOnly(Map.entry("search", 2L));
      broker.close();
      CompletableFuture<Map<String, Long>> away = CompletableFuture.supplyAsync(tally::waiting);
      broker = EmbeddedBroker.start(folder.resolve("one"), port);
      assertThat(away.exceptionally(_ -> tally.waiting()).get())
          .containsOnly(Map.entry("search", 2L));
      broker.close();
      broker = EmbeddedBroker.start(folder.resolve("another"), port);
      makeTopics(kafka);
      send(kafka, List.of(parked(3), parked(4), parked(5)));
      assertThat(tally.waiting()).containsOnly(Map.entry("search", 3L));
    } finally {
      tally.close();
      broker.close();
    }
    assertThatThrownBy(tally::waiting).isInstanceOf(IllegalStateException.class);
  }

  private static void makeTopics(KafkaConfig kafka) {
    try (Admin admin = Admin.create(kafka.client())) {
      new TopicSet(kafka).create(admin);
    }
  }

  private static ParkedEvent parked(int number) {
    WireRecord odd = WireRecord.of(Topics.PAGES, "k" + number, Map.of(), new byte[] {'{'});
    return RecordParked.of(
        odd, Optional.of("0|" + number), "odd", "search", NOON.plusSeconds(number));
  }

  private static ParkedEvent dismissed(int number) {
    return new RecordDismissed(Topics.PAGES, "k" + number, "0|" + number, "search", NOON);
  }

  private static void send(KafkaConfig kafka, List<ParkedEvent> events) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        TopicWriter.producer(kafka, Duration.ofSeconds(30))) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (ParkedEvent event : events) {
        WireRecord record = EventCodec.encode(Envelope.of(event, "test", NOON, sent.size() + 1));
        sent.add(producer.send(TopicWriter.record(kafka, record)));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }
  }

  private static Map<TopicPartition, Long> ends(KafkaConfig kafka) {
    try (Admin admin = Admin.create(kafka.client())) {
      return TopicSet.offsets(
          admin,
          new TopicSet(kafka).describe(admin, List.of(Topics.PARKED)).partitions(),
          OffsetSpec.latest());
    }
  }

  private static void delete(KafkaConfig kafka, Map<TopicPartition, Long> before) throws Exception {
    Map<TopicPartition, RecordsToDelete> gone = new HashMap<>();
    before.forEach((partition, end) -> gone.put(partition, RecordsToDelete.beforeOffset(end)));
    try (Admin admin = Admin.create(kafka.client())) {
      admin.deleteRecords(gone).all().get();
    }
  }
}
