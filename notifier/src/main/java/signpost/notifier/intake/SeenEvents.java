package signpost.notifier.intake;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.events.DecodedRecord.RemovedKey;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.Topics;

/** Recognises an event that was handled before. */
final class SeenEvents {
  private record LastEvent(long sequence, long at) {}

  private SeenEvents() {}

  /**
   * Whether the event is new for its key. An older number with a later time is no repeat: whoever
   * sends lost its memory and began to count again.
   */
  static boolean isNew(Handle handle, Envelope envelope) {
    Event event = envelope.event();
    return isNew(handle, event.topic(), event.key(), envelope.sequence(), envelope.time());
  }

  /** Whether a tombstone is new for its key; what was told of the key before it no longer is. */
  static boolean isNew(Handle handle, RemovedKey removed, RemovedKey.Mark mark) {
    return isNew(handle, removed.topic(), removed.key(), mark.sequence(), mark.time());
  }

  /**
   * Whether an event that was put aside is handled for the first time. Something else of its key
   * may have been handled since, and stays what was handled last: a press is remembered by its
   * place.
   */
  static boolean isFirst(Handle handle, Envelope envelope, String place) {
    Event event = envelope.event();
    LastEvent now = new LastEvent(envelope.sequence(), envelope.time().toEpochMilli());
    if (last(handle, event.topic(), event.key()).filter(now::equals).isPresent()) {
      return false;
    }
    boolean _ = isNew(handle, envelope);
    String pressed = event.topic() + "|" + place;
    return isNew(handle, Topics.PARKED, pressed, envelope.sequence(), envelope.time());
  }

  private static Optional<LastEvent> last(Handle handle, String topic, String key) {
    return handle
        .select("SELECT sequence, at FROM seen WHERE topic = ? AND record_key = ?", topic, key)
        .map((row, _) -> new LastEvent(row.getLong("sequence"), row.getLong("at")))
        .findOne();
  }

  private static boolean isNew(
      Handle handle, String topic, String key, long sequence, Instant time) {
    long at = time.toEpochMilli();
    boolean repeat =
        last(handle, topic, key)
            .filter(last -> sequence <= last.sequence() && at <= last.at())
            .isPresent();
    if (!repeat) {
      handle.execute(
          "INSERT INTO seen (topic, record_key, sequence, at) VALUES (?, ?, ?, ?)"
              + " ON CONFLICT (topic, record_key)"
              + " DO UPDATE SET sequence = excluded.sequence, at = excluded.at",
          topic,
          key,
          sequence,
          at);
    }
    return !repeat;
  }

  /**
   * Forgets a key that was taken away by a tombstone without a mark, so that what is told of it
   * from now on is new.
   */
  static void forget(Handle handle, String topic, String key) {
    handle.execute("DELETE FROM seen WHERE topic = ? AND record_key = ?", topic, key);
  }
}
