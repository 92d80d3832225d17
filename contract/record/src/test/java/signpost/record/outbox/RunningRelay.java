package signpost.record.outbox;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.events.Event;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.WireRecord;
import signpost.kit.TopicRecords;
import signpost.record.FailingLoop;
import signpost.record.LoopPace;
import signpost.record.Supervisor;
import signpost.record.store.Database;
import signpost.record.topic.KafkaConfig;
import signpost.trace.Traces;

/** An outbox, and the relay that sends it to a broker. */
final class RunningRelay implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private final Database database;
  private final KafkaConfig kafka;
  private final Outbox outbox;
  private final Supervisor supervisor = new Supervisor(InstantSource.system(), LoopPace.USUAL);
  private final Relay relay;

  RunningRelay(Database database, String bootstrapServers, String prefix) {
    this.database = database;
    this.kafka = KafkaConfig.unsecured(bootstrapServers, prefix, (short) 1);
    this.outbox = new Outbox(database);
    this.relay = new Relay(outbox, kafka, supervisor, Traces.off(), InstantSource.system());
  }

  static GuideListed guide(String id, String title) {
    return new GuideListed(id, title, Optional.empty(), true, List.of(), List.of());
  }

  /** Puts all of them in one transaction. */
  void put(Event... events) {
    write(handle -> {
      for (Event event : events) {
        outbox.put(handle, event, NOON);
      }
      return events.length;
    });
  }

  /** Writes in one transaction, and has it sent. */
  void write(Database.Work<Integer> work) {
    int _ = database.write(work);
    relay.wake();
  }

  Outbox outbox() {
    return outbox;
  }

  KafkaConfig kafka() {
    return kafka;
  }

  boolean connected() {
    return relay.connected();
  }

  /** What does not get on. */
  List<FailingLoop> failing() {
    return supervisor.failing();
  }

  /** Returns when nothing waits any more. */
  void sent() {
    await().until(() -> outbox.unsentCount() == 0);
  }

  /** As their readers take them: a row whose acknowledgement came late is sent twice, read once. */
  List<WireRecord> records(String topic) {
    Set<String> taken = new HashSet<>();
    return TopicRecords.in(kafka.bootstrapServers(), kafka.topicPrefix(), topic).stream()
        .filter(record -> taken.add(record.key() + "\n" + record.headers().get("ce_sequence")))
        .toList();
  }

  List<String> keys(String topic) {
    return records(topic).stream().map(WireRecord::key).toList();
  }

  /** What was put aside, in the same way: what is sent again is the same word for word. */
  List<RecordParked> parked() {
    return TopicRecords.parked(kafka.bootstrapServers(), kafka.topicPrefix()).stream()
        .distinct()
        .toList();
  }

  @Override
  public void close() {
    relay.close();
    supervisor.close();
    database.close();
  }
}
