package signpost.events;

import java.time.Instant;
import java.util.Objects;

/**
 * An event and its CloudEvents context. {@code id} is type | key | sequence, so a repeat is
 * recognisable; {@code sequence} counts per key and topic from 1 without gaps.
 */
public record Envelope(String id, String source, Instant time, long sequence, Event event) {
  public Envelope {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(event, "event");
    if (sequence < 1) {
      throw new IllegalArgumentException("a sequence counts from 1, not " + sequence);
    }
  }

  /** The envelope of an event sent by {@code source} ("signpost/ingest"). */
  public static Envelope of(Event event, String source, Instant time, long sequence) {
    String id = EventCodec.typeOf(event) + "|" + event.key() + "|" + sequence;
    return new Envelope(id, source, time, sequence, event);
  }
}
