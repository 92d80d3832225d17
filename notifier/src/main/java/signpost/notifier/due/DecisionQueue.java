package signpost.notifier.due;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import signpost.notifier.answer.AnswerIntake;
import signpost.notifier.store.PersonTrace;
import signpost.record.store.Database;

/** When each owner is thought of next. */
@Singleton
public final class DecisionQueue implements AnswerIntake.DecisionWaker {
  public static final PersonTrace TRACE =
      new PersonTrace(
          "when to think of them next",
          "SELECT COUNT(*) FROM waiting WHERE owner = :subscriber",
          "DELETE FROM waiting WHERE owner = :subscriber");

  private final Database database;

  public DecisionQueue(Database database) {
    this.database = database;
  }

  /** Something happened that these owners may have to hear of. */
  @Override
  public void touch(Handle handle, Set<String> owners, Instant at) {
    for (String owner : owners) {
      handle.execute(
          "INSERT INTO waiting (owner, due_at) VALUES (?, ?) ON CONFLICT (owner) DO UPDATE SET"
              + " due_at = CASE WHEN excluded.due_at < waiting.due_at THEN excluded.due_at"
              + " ELSE waiting.due_at END",
          owner,
          at.toEpochMilli());
    }
  }

  /** Sets or clears the next thought. */
  public void next(Handle handle, String owner, Optional<Instant> at) {
    handle.execute("DELETE FROM waiting WHERE owner = ?", owner);
    at.ifPresent(next -> touch(handle, Set.of(owner), next));
  }

  /** Owners to be thought of now, whoever waits longest first. */
  public List<String> due(Instant now, int most) {
    return database.read(handle ->
        handle
            .select(
                "SELECT owner FROM waiting WHERE due_at <= ? ORDER BY due_at, owner LIMIT ?",
                now.toEpochMilli(),
                most)
            .mapTo(String.class)
            .list());
  }

  /** How many owners are to be thought of now. */
  public long dueCount(Instant now) {
    return database.read(handle ->
        handle
            .select("SELECT COUNT(*) FROM waiting WHERE due_at <= ?", now.toEpochMilli())
            .mapTo(Long.class)
            .one());
  }

  /** When the next thought after now is due. */
  public Optional<Instant> nextAt(Instant now) {
    return database.read(handle ->
        handle
            .select("SELECT MIN(due_at) FROM waiting WHERE due_at > ?", now.toEpochMilli())
            .map((row, _) -> Optional.ofNullable((Number) row.getObject(1)))
            .one()
            .map(millis -> Instant.ofEpochMilli(millis.longValue())));
  }
}
