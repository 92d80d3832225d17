package signpost.ingest.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import signpost.events.DecodedRecord;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.EventCodec;
import signpost.events.WireRecord;

/** What was last listed, by record key, as it was written: the other side of every comparison. */
final class ListedRecords {
  private ListedRecords() {}

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
    return new String(message(event).value().orElseThrow(), UTF_8);
  }

  private static WireRecord message(Event event) {
    return EventCodec.encode(Envelope.of(event, "signpost/ingest", Instant.EPOCH, 1));
  }

  /** An event as it was written, of the same type as another; nothing if it cannot be read now. */
  static Optional<Event> read(String written, Event like) {
    WireRecord message = message(like);
    WireRecord was =
        WireRecord.of(message.topic(), message.key(), message.headers(), written.getBytes(UTF_8));
    return EventCodec.decode(was) instanceof DecodedRecord.KnownEvent known
        ? Optional.of(known.envelope().event())
        : Optional.empty();
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
