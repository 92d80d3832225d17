package signpost.record.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.broker.EmbeddedBroker;
import signpost.events.Event;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.kit.TopicRecords;
import signpost.kit.TraceCollector;
import signpost.kit.TraceCollector.SeenSpan;
import signpost.record.LoopPace;
import signpost.record.Supervisor;
import signpost.record.store.Database;
import signpost.record.store.Databases;
import signpost.record.topic.KafkaConfig;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;
import signpost.trace.TraceLine;
import signpost.trace.Traces;
import signpost.trace.TracesConfig;

/** What was put is sent in its order, whatever is put and whatever becomes of the broker. */
class RelayIT {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final int TOO_MUCH = 4_700_000;

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private int port;
  private Database database;
  private Supervisor supervisor;
  private Outbox outbox;
  private Relay relay;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    port = Integer.parseInt(broker.bootstrapServers().split(":", 2)[1]);
    database = Databases.sqlite(folder);
    outbox = new Outbox(database);
    supervisor = new Supervisor(InstantSource.system(), LoopPace.USUAL);
    relay = relay();
  }

  private Relay relay() {
    return relay(Traces.off());
  }

  private Relay relay(Traces traces) {
    return new Relay(
        outbox,
        KafkaConfig.unsecured("127.0.0.1:" + port, "", (short) 1),
        supervisor,
        traces,
        InstantSource.system());
  }

  @AfterEach
  void stop() {
    relay.close();
    supervisor.close();
    database.close();
    broker.close();
  }

  @Test
  void whatNoTopicCanHoldIsParkedWithItsReasonAndTheNextFollows() {
    put(guide("large", TOO_MUCH), guide("next", 10));
    sent();
    assertThat(keys(Topics.RESOURCES)).containsExactly("guide:next");
    assertThat(values(Topics.PARKED))
        .singleElement()
        .asString()
        .contains("it takes 4,7", "guide:large")
        .hasSizeLessThan(500_000);
  }

  @Test
  void rowThatIsTooLargeAlreadyStopsNothingBehindIt() {
    relay.close();
    put(guide("before", 10));
    database.write(handle ->
        handle.execute(
            "UPDATE outbox SET body = ? WHERE record_key = 'guide:before'", "x".repeat(TOO_MUCH)));
    put(guide("next", 10));
    relay = relay();
    sent();
    assertThat(keys(Topics.RESOURCES)).containsExactly("guide:next");
    assertThat(values(Topics.PARKED))
        .singleElement()
        .asString()
        .contains("RecordTooLargeException", "guide:before");
  }

  /** The row waits in the database, and may be sent by the next process. */
  @Test
  void whatIsPutInATraceIsSentInItAfterARestartAndCarriesItOn() {
    relay.close();
    try (TraceCollector collector = new TraceCollector()) {
      Traces traces = Traces.of(TracesConfig.at(collector.endpoint(), 1), "ingest");
      traces.run(
          () -> SpanPlan.of("visit", SpanRole.INTERNAL, new SpanParent.NewTrace()),
          _ -> put(guide("traced", 10)));
      put(guide("untraced", 10));
      relay = relay(traces);
      sent();
      traces.close();

      SeenSpan visit = collector.awaited("visit");
      SeenSpan send = collector.awaited("send " + Topics.RESOURCES);
      assertThat(collector.spans()).hasSize(2);
      assertThat(send.kind()).isEqualTo(SpanKind.SPAN_KIND_PRODUCER);
      assertThat(send.trace()).isEqualTo(visit.trace());
      assertThat(send.parent()).isEqualTo(visit.id());
      assertThat(TopicRecords.in(broker.bootstrapServers(), "", Topics.RESOURCES))
          .extracting(WireRecord::headers)
          .anySatisfy(it ->
              assertThat(it.get(TraceLine.NAME))
                  .startsWith("00-" + send.trace() + "-" + send.id() + "-"))
          .anySatisfy(it -> assertThat(it).doesNotContainKey(TraceLine.NAME));
    }
  }

  @Test
  void keysOfEveryCharacterArrive() {
    String key = "a\u0000b\u00e9\ud83d\ude00\n\"'\\%";
    put(guide(key, 10));
    sent();
    assertThat(keys(Topics.RESOURCES)).containsExactly("guide:" + key);
  }

  @Test
  void idleRelaySaysWithinTenSecondsThatItsBrokerWentAndThatItIsBack() {
    put(guide("one", 10));
    sent();
    broker.close();
    await().until(() -> !relay.connected());
    put(guide("two", 10));
    broker = EmbeddedBroker.start(folder.resolve("broker"), port);
    await().until(relay::connected);
    sent();
    assertThat(keys(Topics.RESOURCES)).containsExactlyInAnyOrder("guide:one", "guide:two");
  }

  @Test
  void brokerThatLostItsFolderIsFilledWithWhatIsStillSo() {
    put(guide("old", 10), guide("old", 20), guide("gone", 10));
    database.write(handle -> {
      outbox.remove(handle, Topics.RESOURCES, "guide:gone", NOON);
      return 0;
    });
    sent();
    long later = InstantSource.system().instant().minus(Duration.ofDays(30)).toEpochMilli();
    database.write(handle -> handle.execute("UPDATE outbox SET sent_at = ?", later));
    put(guide("young", 10));
    sent();
    broker.close();
    broker = EmbeddedBroker.start(folder.resolve("another"), port);
    await().until(relay::connected);
    await().until(() -> keys(Topics.RESOURCES).contains("guide:young"));
    sent();
    assertThat(values(Topics.RESOURCES)).hasSize(2).anyMatch(it -> it.contains("x".repeat(20)));
    assertThat(keys(Topics.RESOURCES)).containsExactlyInAnyOrder("guide:old", "guide:young");
  }

  @Test
  void keyWhoseYoungestRowNoBrokerTakesIsFilledWithTheOneBefore() {
    put(guide("kept", 20));
    sent();
    long longAgo = InstantSource.system().instant().minus(Duration.ofDays(30)).toEpochMilli();
    database.write(handle -> handle.execute("UPDATE outbox SET sent_at = ?", longAgo));
    relay.close();
    put(guide("other", 10), guide("kept", 10));
    database.write(handle ->
        handle.execute(
            "UPDATE outbox SET body = ? WHERE record_key = 'guide:kept' AND sent_at IS NULL",
            "x".repeat(TOO_MUCH)));
    relay = relay();
    sent();
    broker.close();
    broker = EmbeddedBroker.start(folder.resolve("another"), port);
    await().until(relay::connected);
    await().until(() -> keys(Topics.RESOURCES).contains("guide:kept"));
    sent();
    assertThat(values(Topics.RESOURCES)).hasSize(2).anyMatch(it -> it.contains("x".repeat(20)));
    assertThat(values(Topics.PARKED)).hasSize(1);
  }

  private static Event guide(String id, int length) {
    return new GuideListed(id, "x".repeat(length), Optional.empty(), true, List.of(), List.of());
  }

  private void put(Event... events) {
    database.write(handle -> {
      for (Event event : events) {
        outbox.put(handle, event, NOON);
      }
      return events.length;
    });
    relay.wake();
  }

  private void sent() {
    await().until(() -> outbox.unsentCount() == 0);
  }

  private List<String> keys(String topic) {
    return TopicRecords.in(broker.bootstrapServers(), "", topic).stream()
        .map(WireRecord::key)
        .toList();
  }

  private List<String> values(String topic) {
    return TopicRecords.values(broker.bootstrapServers(), "", topic);
  }
}
