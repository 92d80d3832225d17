package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.DecodedRecord;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.EventCodec;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.events.LinkEvent.HostState;
import signpost.events.LinkEvent.HostTransition;
import signpost.events.LinkHealth;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.kit.LogLines;
import signpost.kit.SharedBroker;
import signpost.kit.SmallDisk;
import signpost.kit.TopicRecords;
import signpost.record.LoopHealth;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicSet;
import signpost.search.intake.IntakeState;
import signpost.search.intake.SearchIntake;

/** Records that no index takes are put aside; a disk that is full is no fault of theirs. */
final class OddRecordsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GOOD = "https://a.example/good";

  /** Above what Lucene takes as a term, and what a page's address may be. */
  private static final String LONG = "l".repeat(40_000);

  @TempDir Path data;

  private RunningSearch start(String prefix) {
    return start(data, prefix);
  }

  private static RunningSearch start(Path folder, String prefix) {
    SharedBroker.topics(prefix);
    RunningSearch search =
        RunningSearch.start(folder, SharedBroker.bootstrapServers(), prefix, Map.of());
    await()
        .until(() -> search.bean(SearchIntake.class).state() instanceof IntakeState.IntakeRunning);
    return search;
  }

  private static void awaitNoLag(RunningSearch search) {
    await().until(() -> search.bean(SearchBacklog.class).lag() == 0);
  }

  private static List<RecordParked> parked(String prefix) {
    return TopicRecords.parked(SharedBroker.bootstrapServers(), prefix);
  }

  private static void publishGood(String prefix) {
    Publishing.publish(prefix, Samples.page(GOOD, "Trauma at last", "", "x"));
  }

  @Test
  void whatTheIndexRefusesIsParkedOnceAndWhatIsBesideItIsFound() throws Exception {
    String prefix = "refused.";
    String odd = "https://a.example/odd";
    List<Event> refused =
        List.of(
            new GuideListed(LONG, "A guide", Optional.empty(), true, List.of(), List.of()),
            Samples.finding(LONG, GOOD, FindingKind.BROKEN, FindingState.OPEN),
            Samples.finding("f1", LONG, FindingKind.BROKEN, FindingState.OPEN),
            new HostTransition(
                LONG,
                HostState.DOWN,
                FailureClass.TIMED_OUT,
                Samples.NOON,
                Samples.NOON,
                new Explanation("", "", ""),
                List.of()),
            endless(Samples.change(odd, "Trauma odd", 2), "confirmedAt"),
            endless(Samples.page("https://a.example/endless", "Endless", "", "x"), "fetchedAt"));
    List<ProducerRecord<String, byte[]>> tombstones =
        List.of(
            new ProducerRecord<>(prefix + Topics.RESOURCES, "guide:" + LONG, null),
            new ProducerRecord<>(prefix + Topics.PAGES, LONG, null),
            new ProducerRecord<>(prefix + Topics.FINDINGS, LONG, null));
    try (LogLines log = new LogLines(LoopHealth.class);
        RunningSearch search = start(prefix)) {
      Publishing.publish(prefix, Samples.page(odd, "Trauma odd", "", "x"));
      Publishing.publish(prefix, refused.toArray(Event[]::new));
      Publishing.send(tombstones);
      publishGood(prefix);
      awaitNoLag(search);
      assertThat(search.get("/api/search?q=trauma").body()).contains("\"total\":2");
      assertThat(parked(prefix))
          .hasSize(refused.size() + tombstones.size())
          .allSatisfy(it -> assertThat(it.reason()).startsWith("the index refuses it: "));
      assertThat(log.lines()).as("nothing failed").isEmpty();
    }
  }

  /** The same event at a time that no number of milliseconds can say. */
  private static Event endless(Event event, String field) throws IOException {
    WireRecord right = EventCodec.encode(Envelope.of(event, "test", Instant.EPOCH, 1));
    ObjectNode json = (ObjectNode) JSON.readTree(right.value().orElseThrow());
    json.put(field, Instant.MAX.toString());
    WireRecord changed =
        WireRecord.of(right.topic(), right.key(), right.headers(), JSON.writeValueAsBytes(json));
    return ((DecodedRecord.KnownEvent) EventCodec.decode(changed)).envelope().event();
  }

  @Test
  void everyFieldMayHoldAnythingAndWhatIsBehindIsFound() throws Exception {
    String prefix = "odd-fields.";
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (Event event : events()) {
      WireRecord right = EventCodec.encode(Envelope.of(event, "test", Instant.EPOCH, 1));
      JsonNode whole = JSON.readTree(right.value().orElseThrow());
      for (String odd :
          List.of("", LONG, "\u0000", "\ud800", "\u202e\u05e9", Instant.MAX.toString())) {
        changed(whole, whole, odd).forEach(json -> records.add(record(prefix, right, json)));
      }
    }
    assertThat(records).hasSizeGreaterThan(300);
    try (LogLines log = new LogLines(LoopHealth.class);
        RunningSearch search = start(prefix)) {
      Publishing.send(records);
      publishGood(prefix);
      awaitNoLag(search);
      assertThat(search.get("/api/search?q=trauma+last").body()).contains("Trauma at last");
      assertThat(search.get("/guides").statusCode()).isEqualTo(200);
      assertThat(search.get("/changes").statusCode()).isEqualTo(200);
      assertThat(parked(prefix)).hasSizeBetween(1, records.size()).doesNotHaveDuplicates();
      assertThat(log.lines()).as("nothing failed").isEmpty();
    }
  }

  private static List<Event> events() {
    String url = "https://a.example/odd";
    return List.of(
        Samples.page(url, "Trauma odd", "Lead", "Text", "https://a.example/link"),
        Samples.placed(url, "Wales", "Section", "Words"),
        Samples.ok(url),
        Samples.change(url, "Trauma odd", 2),
        Samples.transition(url, new LinkHealth.Ok(), new LinkHealth.Moved(url, Samples.NOON)),
        Samples.finding("odd", url, FindingKind.BROKEN, FindingState.OPEN),
        new GuideListed("odd", "Odd", Optional.empty(), true, List.of("mk"), List.of()));
  }

  /** The whole with each of its texts in turn changed to another. */
  private static List<String> changed(JsonNode whole, JsonNode part, String odd) {
    List<String> all = new ArrayList<>();
    if (part instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        if (field.getValue() instanceof TextNode before) {
          object.put(field.getKey(), odd);
          all.add(whole.toString());
          object.set(field.getKey(), before);
        } else {
          all.addAll(changed(whole, field.getValue(), odd));
        }
      }
    } else if (part instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof TextNode before) {
          array.set(i, odd);
          all.add(whole.toString());
          array.set(i, before);
        } else {
          all.addAll(changed(whole, array.get(i), odd));
        }
      }
    }
    return all;
  }

  private static ProducerRecord<String, byte[]> record(
      String prefix, WireRecord right, String json) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            prefix + right.topic(), right.key(), json.replace("\ud800", "\\ud800").getBytes(UTF_8));
    right.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  @Test
  void fullDiskParksNothingThatCouldBeKeptAndNothingTwice() throws Exception {
    String prefix = "full-disk.";
    Path index = Files.createDirectories(data.resolve("index"));
    try (SmallDisk disk = SmallDisk.over(index);
        RunningSearch search = start(prefix);
        LogLines log = new LogLines(SearchIntake.class)) {
      Publishing.publish(prefix, Samples.page("https://a.example/1", "Trauma one", "", "x"));
      awaitNoLag(search);
      Path filler = disk.fill();
      Publishing.send(
          List.of(new ProducerRecord<>(prefix + Topics.PAGES, GOOD, "{".getBytes(UTF_8))));
      publishGood(prefix);
      await().until(() -> log.starting("Reading 6 topics").size() >= 3);
      await()
          .untilAsserted(() ->
              assertThat(search.bean(SearchIntake.class).state())
                  .isInstanceOfSatisfying(
                      IntakeState.IntakeStopped.class,
                      it -> assertThat(it.reason()).startsWith("the disk is full (")));
      Files.delete(filler);
      awaitNoLag(search);
      assertThat(search.get("/api/search?q=trauma").body()).contains("\"total\":2");
      assertThat(parked(prefix))
          .singleElement()
          .extracting(RecordParked::reason)
          .isEqualTo("the header ce_type is missing");
    }
  }

  @Test
  void whatIsReadAgainAfterALossIsParkedAgainUnderTheIdOfItsPlace() {
    String prefix = "parked-again.";
    ProducerRecord<String, byte[]> malformed =
        new ProducerRecord<>(prefix + Topics.PAGES, GOOD, "{".getBytes(UTF_8));
    for (String folder : List.of("lost", "another")) {
      try (RunningSearch search = start(data.resolve(folder), prefix)) {
        if (folder.equals("lost")) {
          Publishing.send(List.of(malformed, malformed));
        }
        awaitNoLag(search);
      }
    }
    assertThat(TopicRecords.in(SharedBroker.bootstrapServers(), prefix, Topics.PARKED))
        .extracting(record -> record.headers().get("ce_id"))
        .hasSize(4)
        .satisfies(ids -> assertThat(Set.copyOf(ids)).hasSize(2));
  }

  @Test
  void whatCannotBeParkedEitherIsSaidAndStopsNothing() throws Exception {
    KafkaConfig kafka =
        KafkaConfig.unsecured(SharedBroker.bootstrapServers(), "no-room-to-park.", (short) 1);
    String prefix = kafka.topicPrefix();
    try (Admin admin = Admin.create(kafka.client())) {
      NewTopic little =
          new NewTopic(kafka.prefixed(Topics.PARKED), Topics.PARTITIONS, (short) 1)
              .configs(Map.of("max.message.bytes", "10000"));
      SharedBroker.make(admin, List.of(little));
    }
    try (LogLines log = new LogLines("signpost.search.intake.ParkingPlace");
        RunningSearch search = start(prefix)) {
      Publishing.send(List.of(new ProducerRecord<>(prefix + Topics.PAGES, GOOD, new byte[50_000])));
      publishGood(prefix);
      awaitNoLag(search);
      assertThat(search.get("/api/search?q=trauma").body()).contains("\"total\":1");
      assertThat(log.starting("What was put aside cannot be sent either and is dropped"))
          .hasSize(1);
    }
  }

  @Test
  void topicThatIsDeletedWhileItRunsIsMadeAnewAndTheIndexBuiltFromIt() throws Exception {
    KafkaConfig kafka =
        KafkaConfig.unsecured(SharedBroker.bootstrapServers(), "deleted.", (short) 1);
    String prefix = kafka.topicPrefix();
    try (Admin admin = Admin.create(kafka.client());
        RunningSearch search = start(prefix)) {
      Publishing.publish(prefix, Samples.page("https://a.example/1", "Trauma old", "", "x"));
      awaitNoLag(search);
      String before = pagesId(admin, kafka);
      admin.deleteTopics(List.of(kafka.prefixed(Topics.PAGES))).all().get();
      await().ignoreExceptions().until(() -> !pagesId(admin, kafka).equals(before));
      publishGood(prefix);
      await()
          .untilAsserted(() ->
              assertThat(search.get("/api/search?q=trauma").body())
                  .contains("Trauma at last")
                  .doesNotContain("Trauma old"));
      awaitNoLag(search);
      assertThat(parked(prefix)).isEmpty();
    }
  }

  private static String pagesId(Admin admin, KafkaConfig kafka) {
    return new TopicSet(kafka).describe(admin, List.of(Topics.PAGES)).ids().toString();
  }
}
