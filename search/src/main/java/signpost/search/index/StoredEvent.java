package signpost.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import signpost.events.DecodedRecord;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.EventCodec;
import signpost.events.WireRecord;

/** An event as the index keeps it: in the contract's own JSON, so one codec reads both. */
final class StoredEvent {
  private static final Instant ANY_TIME = Instant.EPOCH;

  private StoredEvent() {}

  /** {@code <type> LF <length of key> LF <key> <json>}. */
  static byte[] write(Event event) {
    WireRecord message = EventCodec.encode(Envelope.of(event, "signpost/search", ANY_TIME, 1));
    String key = event.key();
    byte[] head = (EventCodec.typeOf(event) + "\n" + key.length() + "\n" + key).getBytes(UTF_8);
    byte[] json = message.value().orElseThrow();
    byte[] all = new byte[head.length + json.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(json, 0, all, head.length, json.length);
    return all;
  }

  static <T extends Event> T read(BytesRef stored, Class<T> type) {
    String text = stored.utf8ToString();
    int typeEnds = text.indexOf('\n');
    int lengthEnds = text.indexOf('\n', typeEnds + 1);
    int keyEnds = lengthEnds + 1 + Integer.parseInt(text.substring(typeEnds + 1, lengthEnds));
    Map<String, String> headers =
        Map.of(
            "ce_type", text.substring(0, typeEnds),
            "ce_id", "stored",
            "ce_source", "signpost/search",
            "ce_time", ANY_TIME.toString(),
            "ce_sequence", "1");
    WireRecord message =
        WireRecord.of(
            "stored",
            text.substring(lengthEnds + 1, keyEnds),
            headers,
            text.substring(keyEnds).getBytes(UTF_8));
    if (EventCodec.decode(message) instanceof DecodedRecord.KnownEvent(Envelope envelope)) {
      return type.cast(envelope.event());
    }
    throw new IllegalStateException("the index holds an event nobody can read: " + headers);
  }
}
