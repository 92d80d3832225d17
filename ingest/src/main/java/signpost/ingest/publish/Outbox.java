package signpost.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.EventCodec;
import signpost.events.Message;
import signpost.ingest.store.Database;
import signpost.ingest.store.Prepared;
import signpost.ingest.store.Turn;

/**
 * Events written in the transaction of the state they tell of. Each key of a topic has a gapless
 * sequence. Sent rows stay 72 h, so that a broker that lost its disk can be refilled.
 */
public final class Outbox {
  static final Duration KEPT = Duration.ofDays(3);
  private static final String SOURCE = "signpost/ingest";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private static final RowMapper<Row> ROW =
      (row, _) ->
          new Row(
              row.getLong("id"),
              message(
                  row.getString("topic"),
                  row.getString("record_key"),
                  headers(row.getString("headers")),
                  Optional.ofNullable(row.getString("body"))));

  private final Database database;

  public Outbox(Database database) {
    this.database = database;
  }

  /** A row that waits to be sent. */
  record Row(long id, Message message) {}

  /** Puts an event behind those that wait, in the caller's transaction. */
  public void put(Handle handle, Event event, Instant at) {
    long sequence = nextSequence(handle, event.topic(), event.key());
    insert(handle, EventCodec.encode(Envelope.of(event, SOURCE, at, sequence)), at);
  }

  /** Takes a key away from its topic. */
  public void remove(Handle handle, String topic, String key, Instant at) {
    insert(handle, Message.tombstone(topic, key), at);
  }

  private static long nextSequence(Handle handle, String topic, String key) {
    return Prepared.first(
            handle,
            row -> row.getLong(1),
            "INSERT INTO last_sequence (topic, record_key, n) VALUES (?, ?, 1)"
                + " ON CONFLICT (topic, record_key) DO UPDATE SET n = last_sequence.n + 1"
                + " RETURNING n",
            topic,
            key)
        .orElseThrow();
  }

  private static void insert(Handle handle, Message message, Instant at) {
    Prepared.update(
        handle,
        "INSERT INTO outbox (topic, record_key, headers, body, created_at) VALUES (?, ?, ?, ?, ?)",
        message.topic(),
        message.key(),
        json(message.headers()),
        message.value().map(value -> new String(value, UTF_8)).orElse(null),
        at.toEpochMilli());
  }

  /** Only whoever has the turn may send: two at once would send a key's events out of order. */
  Optional<Turn> turn() {
    return database.turn("relay");
  }

  List<Row> unsent(int most) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM outbox WHERE sent_at IS NULL ORDER BY id LIMIT :most")
            .bind("most", most)
            .map(ROW)
            .list());
  }

  /** Marks rows as sent and drops those sent long ago. {@code at} is by the wall. */
  void sent(List<Row> rows, Instant at) {
    database.write(handle -> {
      var batch = handle.prepareBatch("UPDATE outbox SET sent_at = :at WHERE id = :id");
      rows.forEach(row -> batch.bind("at", at.toEpochMilli()).bind("id", row.id()).add());
      batch.execute();
      return handle.execute("DELETE FROM outbox WHERE sent_at < ?", at.minus(KEPT).toEpochMilli());
    });
  }

  /** How many rows wait. */
  public long unsentCount() {
    return database.read(handle ->
        handle.select("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL").mapTo(Long.class).one());
  }

  private static Message message(
      String topic, String key, Map<String, String> headers, Optional<String> body) {
    return body.map(value -> Message.of(topic, key, headers, value.getBytes(UTF_8)))
        .orElseGet(() -> Message.tombstone(topic, key));
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
