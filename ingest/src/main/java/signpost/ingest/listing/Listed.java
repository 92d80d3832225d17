package signpost.ingest.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.EventCodec;

/** What was last listed, by record key, as it was written: the other side of every comparison. */
final class Listed {
  private Listed() {}

  static Map<String, String> all(Handle handle) {
    return handle.createQuery("SELECT record_key, event FROM listing").mapToMap().stream()
        .collect(
            Collectors.toMap(
                row -> String.valueOf(row.get("record_key")),
                row -> String.valueOf(row.get("event"))));
  }

  static boolean has(Handle handle, String key) {
    return handle
        .select("SELECT 1 FROM listing WHERE record_key = ?", key)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static String written(Event event) {
    Envelope envelope = Envelope.of(event, "signpost/ingest", Instant.EPOCH, 1);
    return new String(EventCodec.encode(envelope).value().orElseThrow(), UTF_8);
  }

  static void put(Handle handle, Event event) {
    handle.execute(
        "INSERT INTO listing (record_key, event) VALUES (?, ?) ON CONFLICT (record_key)"
            + " DO UPDATE SET event = excluded.event",
        event.key(),
        written(event));
  }

  static void remove(Handle handle, String key) {
    handle.execute("DELETE FROM listing WHERE record_key = ?", key);
  }
}
