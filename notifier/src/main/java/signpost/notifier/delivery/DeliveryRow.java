package signpost.notifier.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import signpost.events.RecordJson;
import signpost.notifier.delivery.Delivery.DeliveredFinding;
import signpost.notifier.message.MessageKind;
import signpost.notifier.message.OutgoingMail;

/** A message as the ledger holds it, whether or not this version can read what it says. */
record DeliveryRow(
    String id,
    String owner,
    String channel,
    String kind,
    String state,
    @Nullable String reason,
    String detail,
    int attempts,
    Instant nextAttemptAt,
    Instant decidedAt,
    Optional<Instant> sentAt,
    String mail,
    String told,
    Optional<String> trace) {
  static final RowMapper<DeliveryRow> ROW = (row, _) -> of(row);

  private static final TypeReference<List<DeliveredFinding>> TOLD = new TypeReference<>() {};

  private static DeliveryRow of(ResultSet row) throws SQLException {
    long sentAt = row.getLong("sent_at");
    Optional<Instant> sent =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(sentAt));
    return new DeliveryRow(
        row.getString("id"),
        row.getString("owner"),
        row.getString("channel"),
        row.getString("kind"),
        row.getString("state"),
        row.getString("reason"),
        row.getString("detail"),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("next_attempt_at")),
        Instant.ofEpochMilli(row.getLong("decided_at")),
        sent,
        row.getString("mail"),
        row.getString("told"),
        Optional.ofNullable(row.getString("traceparent")));
  }

  /**
   * The message.
   *
   * @throws RuntimeException if the row says something that this version does not know
   */
  Delivery read() {
    return new Delivery(
        id,
        owner,
        channel,
        MessageKind.valueOf(kind),
        DeliveryState.valueOf(state),
        Optional.ofNullable(reason).map(FailureReason::valueOf),
        detail,
        attempts,
        nextAttemptAt,
        decidedAt,
        sentAt,
        RecordJson.read(mail, OutgoingMail.class),
        RecordJson.read(told, TOLD),
        trace);
  }

  /** The message; nothing where it cannot be read. Who takes it to send it says so. */
  Optional<Delivery> ifReadable() {
    try {
      return Optional.of(read());
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }
}
