package signpost.notifier.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import signpost.notifier.delivery.Delivery.Told;
import signpost.notifier.message.Mail;
import signpost.notifier.message.MessageKind;
import signpost.notifier.store.Database;
import signpost.notifier.store.Json;

/** Every message there ever was and what became of it. */
public final class Ledger {
  private static final TypeReference<List<Told>> TOLD = new TypeReference<>() {};
  private static final RowMapper<Delivery> ROW = (row, _) -> delivery(row);

  private final Database database;

  public Ledger(Database database) {
    this.database = database;
  }

  /** Enters a message in the caller's transaction; a repeated decision enters nothing. */
  public void enter(Handle handle, Delivery delivery) {
    handle.execute(
        "INSERT INTO delivery (id, n, owner, channel, kind, state, attempts, next_attempt_at,"
            + " decided_at, mail, told) VALUES (?, (SELECT COALESCE(MAX(n), 0) + 1 FROM delivery),"
            + " ?, ?, ?, ?, 0, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        delivery.id(),
        delivery.owner(),
        delivery.channel(),
        delivery.kind().name(),
        delivery.state().name(),
        delivery.nextAttemptAt().toEpochMilli(),
        delivery.decidedAt().toEpochMilli(),
        Json.of(delivery.mail()),
        Json.of(delivery.told()));
  }

  /** How many immediate messages an owner has been written since an instant of the clock. */
  public int immediateSince(Handle handle, String owner, String channel, Instant from) {
    return handle
        .select(
            "SELECT COUNT(*) FROM delivery WHERE owner = ? AND channel = ? AND decided_at >= ?"
                + " AND kind IN ('IMMEDIATE', 'RECOVERY')",
            owner,
            channel,
            from.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /** What was being sent when the process died is sent again. */
  void recover() {
    database.write(
        handle -> handle.execute("UPDATE delivery SET state = 'PENDING' WHERE state = 'SENDING'"));
  }

  /** Takes the next due message and marks it as being sent. */
  Optional<Delivery> take(Instant wall) {
    Optional<Delivery> next =
        database.read(handle ->
            handle
                .select(
                    "SELECT * FROM delivery WHERE state IN ('PENDING', 'FAILED')"
                        + " AND next_attempt_at <= ? ORDER BY next_attempt_at, n LIMIT 1",
                    wall.toEpochMilli())
                .map(ROW)
                .findOne());
    return next.map(delivery ->
        database.write(handle ->
            handle
                .createQuery(
                    "UPDATE delivery SET state = 'SENDING', attempts = attempts + 1"
                        + " WHERE id = :id RETURNING *")
                .bind("id", delivery.id())
                .map(ROW)
                .one()));
  }

  void sent(String id, Instant clock) {
    database.write(handle ->
        handle.execute(
            "UPDATE delivery SET state = 'SENT', reason = NULL, sent_at = ? WHERE id = ?",
            clock.toEpochMilli(),
            id));
  }

  void failed(String id, FailureReason reason, Instant nextAttemptAt) {
    database.write(handle ->
        handle.execute(
            "UPDATE delivery SET state = 'FAILED', reason = ?, next_attempt_at = ?"
                + " WHERE id = ?",
            reason.name(),
            nextAttemptAt.toEpochMilli(),
            id));
  }

  /** Ends the attempts and enters the message for somebody else in the same transaction. */
  void givenUp(String id, FailureReason reason, Optional<Delivery> instead) {
    database.write(handle -> {
      instead.ifPresent(delivery -> enter(handle, delivery));
      return handle.execute(
          "UPDATE delivery SET state = 'GIVEN_UP', reason = ? WHERE id = ?", reason.name(), id);
    });
  }

  /** Messages that are due or being sent now. */
  public long dueCount(Instant wall) {
    return database.read(handle ->
        handle
            .select(
                "SELECT COUNT(*) FROM delivery WHERE state = 'SENDING'"
                    + " OR (state IN ('PENDING', 'FAILED') AND next_attempt_at <= ?)",
                wall.toEpochMilli())
            .mapTo(Long.class)
            .one());
  }

  /** The youngest messages, the oldest of them first. */
  public List<Delivery> latest(int most) {
    return database
        .read(handle ->
            handle.select("SELECT * FROM delivery ORDER BY n DESC LIMIT ?", most).map(ROW).list())
        .reversed();
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    long sentAt = row.getLong("sent_at");
    Optional<Instant> sent =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(sentAt));
    return new Delivery(
        row.getString("id"),
        row.getString("owner"),
        row.getString("channel"),
        MessageKind.valueOf(row.getString("kind")),
        DeliveryState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("reason")).map(FailureReason::valueOf),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("next_attempt_at")),
        Instant.ofEpochMilli(row.getLong("decided_at")),
        sent,
        Json.read(row.getString("mail"), Mail.class),
        Json.read(row.getString("told"), TOLD));
  }
}
