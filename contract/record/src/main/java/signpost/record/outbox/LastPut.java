package signpost.record.outbox;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.record.store.PreparedStatements;

/**
 * What was last put of a key: its sequence, and the number of the row that was the state of the key
 * before. That row may be gone; numbers are never given twice.
 */
record LastPut(long sequence, Optional<Long> state) {
  /** Counts one more of a key. */
  static LastPut next(Handle handle, String topic, String key) {
    return PreparedStatements.first(
            handle,
            row -> new LastPut(row.getLong(1), Optional.of(row.getLong(2)).filter(id -> id > 0)),
            "INSERT INTO last_sequence (topic, record_key, n) VALUES (?, ?, 1)"
                + " ON CONFLICT (topic, record_key) DO UPDATE SET n = last_sequence.n + 1"
                + " RETURNING n, state_id",
            topic,
            key)
        .orElseThrow();
  }

  /** Remembers which row is the state of a key. */
  static void isState(Handle handle, String topic, String key, long id) {
    PreparedStatements.update(
        handle,
        "UPDATE last_sequence SET state_id = ? WHERE topic = ? AND record_key = ?",
        id,
        topic,
        key);
  }
}
