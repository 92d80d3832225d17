package signpost.notifier.intake;

import org.jdbi.v3.core.Handle;
import signpost.events.Envelope;

/** Recognises an event that was handled before. */
final class Seen {
  private record Last(long sequence, long at) {}

  private Seen() {}

  /**
   * Whether the event is new for its key. An older number with a later time is no repeat: whoever
   * sends lost its memory and began to count again.
   */
  static boolean isNew(Handle handle, Envelope envelope) {
    String topic = envelope.event().topic();
    String key = envelope.event().key();
    long at = envelope.time().toEpochMilli();
    boolean repeat =
        handle
            .select("SELECT sequence, at FROM seen WHERE topic = ? AND record_key = ?", topic, key)
            .map((row, _) -> new Last(row.getLong("sequence"), row.getLong("at")))
            .findOne()
            .filter(last -> envelope.sequence() <= last.sequence() && at <= last.at())
            .isPresent();
    if (!repeat) {
      handle.execute(
          "INSERT INTO seen (topic, record_key, sequence, at) VALUES (?, ?, ?, ?)"
              + " ON CONFLICT (topic, record_key)"
              + " DO UPDATE SET sequence = excluded.sequence, at = excluded.at",
          topic,
          key,
          envelope.sequence(),
          at);
    }
    return !repeat;
  }

  /**
   * Forgets a key that was taken away, so that what is told of it from now on is new, also when
   * records are read again that were read before.
   */
  static void forget(Handle handle, String topic, String key) {
    handle.execute("DELETE FROM seen WHERE topic = ? AND record_key = ?", topic, key);
  }
}
