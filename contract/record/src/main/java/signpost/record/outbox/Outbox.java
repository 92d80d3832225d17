package signpost.record.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ShortenedText;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.record.intake.RecordFault;
import signpost.record.store.Database;
import signpost.record.store.PreparedStatements;
import signpost.record.store.TurnKeeper;
import signpost.record.topic.KnownTopics;
import signpost.trace.CurrentSpan;
import signpost.trace.TraceLine;

/**
 * Events written in the transaction of the state they tell of. Each key of a topic has a rising
 * sequence. An event that no topic can hold is put aside with its reason, and stops nothing.
 *
 * <p>Sent rows stay for 72 h, and the last of each key of a compacted topic until another takes its
 * place: of these, topics that were lost with their broker are filled anew.
 */
public final class Outbox {
  static final Duration KEPT = Duration.ofDays(3);

  /** Characters of JSON that are held for sending. */
  private static final int MOST_AT_ONCE = 8 * 1024 * 1024;

  private static final int MOST_LOGGED = 200;

  private static final int LITTLE = 1_000;

  /** Characters of a key that every database indexes, whatever they are. */
  private static final int ANY_INDEX = 800;

  /** Kafka's own frame around a record, with room to spare. */
  private static final int FRAME_BYTES = 1_024;

  /**
   * Selects rows whose key has no unsent row. While a row of the key waits, the broker may still
   * refuse it, and the row before it is then the state of the key.
   */
  private static final String OVERTAKEN =
      "(topic, record_key) NOT IN (SELECT topic, record_key FROM outbox WHERE sent_at IS NULL)";

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private static final RowMapper<OutboxRow> ROW =
      (row, _) ->
          new OutboxRow(
              row.getLong("id"),
              message(
                  row.getString("topic"),
                  row.getString("record_key"),
                  headers(row.getString("headers")),
                  Optional.ofNullable(row.getString("body"))));

  private final Database database;
  private final String module;
  private final LongAdder parked = new LongAdder();

  public Outbox(Database database) {
    this.database = database;
    this.module = database.schema().module();
  }

  /** Whose events these are. */
  String module() {
    return module;
  }

  /** A row that waits to be sent. */
  record OutboxRow(long id, WireRecord message) {}

  /**
   * Puts an event behind those that wait, in the caller's transaction. An event that is larger than
   * {@link Topics#MOST_BYTES}, or whose key the database refuses, is parked instead.
   */
  public void put(Handle handle, Event event, Instant at) {
    orParked(
        handle,
        event.key(),
        () -> putFitting(handle, event, at),
        why -> park(handle, encoded(event, at, 1), why, at));
  }

  private void putFitting(Handle handle, Event event, Instant at) {
    LastPut last = LastPut.next(handle, event.topic(), event.key());
    WireRecord message = encoded(event, at, last.sequence());
    if (message.bytes() > Topics.MOST_BYTES - FRAME_BYTES) {
      String reason =
          "it takes %,d bytes, and a topic holds %,d"
              .formatted(message.bytes(), Topics.MOST_BYTES - FRAME_BYTES);
      park(handle, message, reason, at);
    } else {
      insert(handle, message, last, at);
    }
  }

  private WireRecord encoded(Event event, Instant at, long sequence) {
    return EventCodec.encode(Envelope.of(event, "signpost/" + module, at, sequence));
  }

  /**
   * PostgreSQL keeps no NUL, and in an index nothing above 2,704 bytes unless it can be packed:
   * whether it takes such a key shows only when it is asked.
   */
  private static void orParked(Handle handle, String key, Runnable put, Consumer<String> park) {
    if (key.length() <= ANY_INDEX && key.indexOf('\0') < 0) {
      put.run();
      return;
    }
    handle.execute("SAVEPOINT odd_key");
    try {
      put.run();
    } catch (RuntimeException e) {
      String why = RecordFault.of(e).orElseThrow(() -> e);
      handle.execute("ROLLBACK TO SAVEPOINT odd_key");
      park.accept("the database refuses its key: " + why);
    }
    handle.execute("RELEASE SAVEPOINT odd_key");
  }

  /** Puts a record aside that can never be sent, in the caller's transaction. */
  void park(Handle handle, WireRecord message, String reason, Instant at) {
    park(handle, message, Optional.empty(), reason, at);
  }

  /**
   * Puts a record aside that can never be handled, in the caller's transaction.
   *
   * @param place where it stands in its topic
   */
  public void park(
      Handle handle, WireRecord message, Optional<String> place, String reason, Instant at) {
    LOG.warn(
        "The record of {} in {} is put aside: {}",
        brief(message.key()),
        message.topic(),
        brief(reason));
    RecordParked parked = RecordParked.of(message, place, reason, module, at);
    LastPut last = LastPut.next(handle, parked.topic(), parked.key());
    insert(handle, encoded(parked, at, last.sequence()), last, at);
    database.afterCommit(this.parked::increment);
  }

  /** How many records were put aside since the start. */
  public long parkedCount() {
    return parked.sum();
  }

  private static String brief(String text) {
    return ShortenedText.line(MOST_LOGGED, text);
  }

  /** Takes a key away from its topic; one that the database refuses is parked instead. */
  public void remove(Handle handle, String topic, String key, Instant at) {
    orParked(
        handle,
        key,
        () -> removeFitting(handle, topic, key, at),
        why -> park(handle, WireRecord.tombstone(topic, key), why, at));
  }

  private static void removeFitting(Handle handle, String topic, String key, Instant at) {
    LastPut last = LastPut.next(handle, topic, key);
    insert(handle, EventCodec.tombstone(topic, key, at, last.sequence()), last, at);
  }

  /** Of a compacted topic only the last row of a key is the state of that key. */
  private static void insert(Handle handle, WireRecord message, LastPut last, Instant at) {
    boolean state = Topics.isCompacted(message.topic()) && message.value().isPresent();
    long id =
        PreparedStatements.first(
                handle,
                row -> row.getLong(1),
                "INSERT INTO outbox (topic, record_key, headers, body, created_at, latest)"
                    + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                message.topic(),
                message.key(),
                json(TraceLine.onto(message.headers(), CurrentSpan.get())),
                message.value().map(value -> new String(value, UTF_8)).orElse(null),
                at.toEpochMilli(),
                state ? 1 : 0)
            .orElseThrow();
    last.state()
        .ifPresent(before ->
            PreparedStatements.update(handle, "UPDATE outbox SET latest = 0 WHERE id = ?", before));
    if (state) {
      LastPut.isState(handle, message.topic(), message.key(), id);
    }
  }

  /** Only whoever has the turn may send: two at once would send a key's events out of order. */
  TurnKeeper turn() {
    return new TurnKeeper(database, module + " relay");
  }

  /** The next rows to send: as many as fit into memory, and at least one. */
  List<OutboxRow> unsent(int most) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT * FROM (SELECT next.*, SUM(LENGTH(COALESCE(body, ''))) OVER (ORDER BY id)"
                    + " - LENGTH(COALESCE(body, '')) AS before"
                    + " FROM (SELECT * FROM outbox WHERE sent_at IS NULL ORDER BY id LIMIT :most)"
                    + " AS next) AS summed WHERE before <= :length ORDER BY id")
            .bind("most", most)
            .bind("length", MOST_AT_ONCE)
            .map(ROW)
            .list());
  }

  /** Marks rows as sent and drops those sent long ago. {@code at} is by the wall. */
  void sent(List<OutboxRow> rows, Instant at) {
    database.write(handle -> {
      var batch = handle.prepareBatch("UPDATE outbox SET sent_at = :at WHERE id = :id");
      rows.forEach(row -> batch.bind("at", at.toEpochMilli()).bind("id", row.id()).add());
      batch.execute();
      return tidy(handle, at);
    });
  }

  /** Drops what was sent long ago; what waits is looked through for it, and so must be little. */
  private static int tidy(Handle handle, Instant at) {
    int waiting =
        handle
            .select(
                "SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE sent_at IS NULL LIMIT ?) AS w",
                LITTLE + 1)
            .mapTo(Integer.class)
            .one();
    return waiting > LITTLE
        ? 0
        : handle.execute(
            "DELETE FROM outbox WHERE latest = 0 AND sent_at < ? AND " + OVERTAKEN,
            at.minus(KEPT).toEpochMilli());
  }

  /** Puts a row aside that no broker will ever take. {@code at} is by the wall. */
  void unsendable(OutboxRow row, String reason, Instant at) {
    database.write(handle -> {
      if (row.message().topic().equals(Topics.PARKED)) {
        LOG.error("What was put aside cannot be sent either and is dropped: {}", brief(reason));
      } else {
        park(handle, row.message(), reason, at);
      }
      handle.execute("DELETE FROM outbox WHERE id = ?", row.id());
      return giveBack(handle, row);
    });
  }

  /** The row before one that is gone is the state of its key again, if none came after. */
  private static int giveBack(Handle handle, OutboxRow gone) {
    String topic = gone.message().topic();
    String key = gone.message().key();
    if (!Topics.isCompacted(topic)) {
      return 0;
    }
    Optional<Long> back =
        PreparedStatements.first(
            handle,
            row -> row.getLong(1),
            "UPDATE outbox SET latest = 1 WHERE body IS NOT NULL AND latest = 0 AND id ="
                + " (SELECT MAX(id) FROM outbox WHERE topic = ? AND record_key = ?) AND id < ?"
                + " RETURNING id",
            topic,
            key,
            gone.id());
    back.ifPresent(id -> LastPut.isState(handle, topic, key, id));
    return back.isPresent() ? 1 : 0;
  }

  /**
   * Has everything kept of a topic sent again if it is not the topic that was sent to before. Its
   * traces ended long ago, and do not go on.
   *
   * @param ids Kafka's ids of the topics, by contract name
   * @param at by the clock; they wait from now on
   * @return how many rows wait again
   */
  int refill(Map<String, String> ids, Instant at) {
    return database.write(handle -> {
      Map<String, String> before = KnownTopics.of(handle, KnownTopics.TopicUse.SENT);
      int rows =
          ids.entrySet().stream()
              .filter(topic -> before.containsKey(topic.getKey()))
              .filter(topic -> !topic.getValue().equals(before.get(topic.getKey())))
              .mapToInt(topic ->
                  handle.execute(
                      "UPDATE outbox SET sent_at = NULL, created_at = ?,"
                          + " headers = REPLACE(headers, ?, ?)"
                          + " WHERE topic = ? AND sent_at IS NOT NULL",
                      at.toEpochMilli(),
                      jsonName(TraceLine.NAME),
                      jsonName(TraceLine.BEFORE),
                      topic.getKey()))
              .sum();
      KnownTopics.save(handle, KnownTopics.TopicUse.SENT, ids);
      return rows;
    });
  }

  /**
   * As {@link #json} writes a name; no value has its quotes bare, and none is followed by a colon.
   */
  private static String jsonName(String name) {
    return '"' + name + "\":";
  }

  /** How many rows wait. */
  public long unsentCount() {
    return database.read(handle ->
        handle.select("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL").mapTo(Long.class).one());
  }

  /** Since when the next row waits that is to be sent, by the clock; empty where none does. */
  Optional<Instant> waitsSince() {
    return database.read(handle ->
        handle
            .select("SELECT created_at FROM outbox WHERE sent_at IS NULL ORDER BY id LIMIT 1")
            .mapTo(Long.class)
            .findOne()
            .map(Instant::ofEpochMilli));
  }

  private static WireRecord message(
      String topic, String key, Map<String, String> headers, Optional<String> body) {
    return body.map(value -> WireRecord.of(topic, key, headers, value.getBytes(UTF_8)))
        .orElseGet(() -> WireRecord.tombstone(topic, key, headers));
  }

  private static String json(Map<String, String> headers) {
    try {
      return JSON.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> headers(String json) {
    try {
      return JSON.readValue(json, HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an outbox row has headers that are not JSON: " + json, e);
    }
  }
}
