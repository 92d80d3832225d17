package signpost.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.RecordJson;
import signpost.notifier.owner.SuppressedAddresses;
import signpost.record.store.Database;
import signpost.record.store.TurnKeeper;

/** Every message there ever was and what became of it. */
public final class DeliveryLedger {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryLedger.class);
  private static final int MOST_DETAIL = 300;

  /** While a message is being sent, its next attempt is when its sender must have been lost. */
  private static final String DUE =
      "state IN ('PENDING', 'FAILED', 'SENDING') AND next_attempt_at <= :wall"
          + " AND channel IN (<channels>)";

  /** Whoever took the message up since writes down what comes of it, and nobody else. */
  private static final String OF_THIS_ATTEMPT =
      " WHERE id = ? AND state = 'SENDING' AND attempts = ?";

  /** For so long a message that was given up stays in sight. */
  private static final Duration LATELY = Duration.ofDays(30);

  private final Database database;

  public DeliveryLedger(Database database) {
    this.database = database;
  }

  /** Enters a message in the caller's transaction; a repeated decision enters nothing. */
  public void enter(Handle handle, Delivery delivery) {
    handle.execute(
        "INSERT INTO delivery (id, n, owner, channel, kind, state, attempts, next_attempt_at,"
            + " decided_at, mail, told, traceparent)"
            + " VALUES (?, (SELECT COALESCE(MAX(n), 0) + 1 FROM delivery),"
            + " ?, ?, ?, ?, 0, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        delivery.id(),
        delivery.owner(),
        delivery.channel(),
        delivery.kind().name(),
        delivery.state().name(),
        delivery.nextAttemptAt().toEpochMilli(),
        delivery.decidedAt().toEpochMilli(),
        RecordJson.write(delivery.mail()),
        RecordJson.write(delivery.told()),
        delivery.trace().orElse(null));
  }

  /**
   * When an owner was written to at once since an instant of the clock. What a team's members read
   * is one message, with a row for each of them.
   */
  public List<Instant> immediateSince(Handle handle, String owner, String channel, Instant from) {
    return handle
        .select(
            "SELECT decided_at FROM (SELECT DISTINCT decided_at, told FROM delivery"
                + " WHERE owner = ? AND channel = ? AND decided_at >= ?"
                + " AND kind IN ('IMMEDIATE', 'RECOVERY')) message",
            owner,
            channel,
            from.toEpochMilli())
        .mapTo(Long.class)
        .map(Instant::ofEpochMilli)
        .list();
  }

  /**
   * Only whoever has the turn may send: two at once would send an owner's messages out of order.
   */
  TurnKeeper turn() {
    return new TurnKeeper(database, "notifier send");
  }

  /** Who is owed a message that is due on some channels. */
  List<String> dueOwners(Set<String> channels, Instant wall) {
    return database.read(handle ->
        handle
            .createQuery("SELECT DISTINCT owner FROM delivery WHERE " + DUE)
            .bindList("channels", List.copyOf(channels))
            .bind("wall", wall.toEpochMilli())
            .mapTo(String.class)
            .list());
  }

  /**
   * Takes the next due message of a lane and marks it as being sent until {@code lease}. If nothing
   * has come of it by then, it is due again: whoever sent it is gone. One that cannot be read is
   * given up, and the lane goes on.
   */
  Optional<Delivery> take(ReceiverLane lane, Instant wall, Instant lease) {
    return next(lane, wall)
        .flatMap(next ->
            database.write(
                handle -> taken(handle, next, lease).flatMap(row -> readOrGivenUp(handle, row))));
  }

  private static Optional<DeliveryRow> taken(Handle handle, NextDelivery next, Instant lease) {
    return handle
        .createQuery(
            "UPDATE delivery SET state = 'SENDING', attempts = attempts + 1,"
                + " next_attempt_at = :lease WHERE id = :id AND attempts = :attempts"
                + " AND state = :state RETURNING *")
        .bind("lease", lease.toEpochMilli())
        .bind("id", next.id())
        .bind("attempts", next.attempts())
        .bind("state", next.state())
        .map(DeliveryRow.ROW)
        .findOne();
  }

  private static Optional<Delivery> readOrGivenUp(Handle handle, DeliveryRow row) {
    try {
      return Optional.of(row.read());
    } catch (RuntimeException e) {
      LOG.error("Gave up on message {} for {}: its row cannot be read", row.id(), row.owner(), e);
      end(
          handle,
          row.id(),
          row.attempts(),
          FailureReason.UNWRITABLE,
          "its row cannot be read: " + e);
      return Optional.empty();
    }
  }

  private record NextDelivery(String id, String state, int attempts) {}

  private Optional<NextDelivery> next(ReceiverLane lane, Instant wall) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT id, state, attempts FROM delivery WHERE "
                    + DUE
                    + " AND (:owner = '' OR owner = :owner) ORDER BY next_attempt_at, n LIMIT 1")
            .bindList("channels", List.copyOf(lane.channels()))
            .bind("wall", wall.toEpochMilli())
            .bind("owner", lane.owner().orElse(""))
            .map((row, _) ->
                new NextDelivery(
                    row.getString("id"), row.getString("state"), row.getInt("attempts")))
            .findOne());
  }

  /** Lets go of a message whose attempt was broken off: it counts as not begun. */
  void release(Delivery taken, Instant wall) {
    database.write(handle ->
        handle.execute(
            "UPDATE delivery SET state = 'PENDING', attempts = attempts - 1, next_attempt_at = ?"
                + OF_THIS_ATTEMPT,
            wall.toEpochMilli(),
            taken.id(),
            taken.attempts()));
  }

  /** Returns whether it was still this attempt's to say, as all that end one do. */
  boolean sent(Delivery taken, Instant clock) {
    return database.write(handle ->
        handle.execute(
            "UPDATE delivery SET state = 'SENT', reason = NULL, detail = '', sent_at = ?"
                + OF_THIS_ATTEMPT,
            clock.toEpochMilli(),
            taken.id(),
            taken.attempts()))
        > 0;
  }

  boolean failed(Delivery taken, FailureReason reason, String detail, Instant nextAttemptAt) {
    return database.write(handle ->
        handle.execute(
            "UPDATE delivery SET state = 'FAILED', reason = ?, detail = ?, next_attempt_at = ?"
                + OF_THIS_ATTEMPT,
            reason.name(),
            brief(detail),
            nextAttemptAt.toEpochMilli(),
            taken.id(),
            taken.attempts()))
        > 0;
  }

  /** Ends the attempts and enters the message for somebody else in the same transaction. */
  boolean givenUp(
      Delivery taken,
      FailureReason reason,
      String detail,
      Function<Handle, Optional<Delivery>> instead) {
    return database.write(handle -> {
      boolean ended = end(handle, taken.id(), taken.attempts(), reason, detail);
      if (ended) {
        instead.apply(handle).ifPresent(delivery -> enter(handle, delivery));
      }
      return ended;
    });
  }

  /** Whether it would go to an address that is not written to any more. */
  boolean isSuppressed(Delivery taken) {
    return database.read(handle -> SuppressedAddresses.has(handle, taken.mail().to()));
  }

  /** Keeps nothing of a message, and enters one for somebody else in the same transaction. */
  boolean forget(Delivery taken, Function<Handle, Optional<Delivery>> instead) {
    return database.write(handle -> {
      boolean ours =
          handle.execute("DELETE FROM delivery" + OF_THIS_ATTEMPT, taken.id(), taken.attempts())
              > 0;
      if (ours) {
        instead.apply(handle).ifPresent(delivery -> enter(handle, delivery));
      }
      return ours;
    });
  }

  private static boolean end(
      Handle handle, String id, int attempts, FailureReason reason, String detail) {
    return handle.execute(
            "UPDATE delivery SET state = 'GIVEN_UP', reason = ?, detail = ?" + OF_THIS_ATTEMPT,
            reason.name(),
            brief(detail),
            id,
            attempts)
        > 0;
  }

  private static String brief(String detail) {
    String line = detail.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    return line.length() > MOST_DETAIL ? line.substring(0, MOST_DETAIL) : line;
  }

  /**
   * Puts a message that was given up, or waits for a later attempt, back at the front of the queue
   * with all its attempts before it; returns whether there was one. What was sent stays sent.
   */
  public boolean replay(String id, Instant wall) {
    return database.write(handle ->
        handle.execute(
                "UPDATE delivery SET state = 'PENDING', attempts = 0, next_attempt_at = ?"
                    + " WHERE id = ? AND state IN ('FAILED', 'GIVEN_UP')",
                wall.toEpochMilli(),
                id)
            > 0);
  }

  /** The youngest messages an owner was sent by one channel that can be read, youngest first. */
  public List<Delivery> latestOf(String owner, String channel, int most) {
    return database
        .read(handle ->
            handle
                .select(
                    "SELECT * FROM delivery WHERE owner = ? AND channel = ?"
                        + " ORDER BY decided_at DESC, n DESC LIMIT ?",
                    owner,
                    channel,
                    most)
                .map(DeliveryRow.ROW)
                .list())
        .stream()
        .flatMap(row -> row.ifReadable().stream())
        .toList();
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

  /** Messages that were not sent, by channel and state. */
  List<UndeliveredCount> undelivered() {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT channel, state, COUNT(*) AS messages, MIN(decided_at) AS oldest_at"
                    + " FROM delivery WHERE state IN ('PENDING', 'SENDING', 'FAILED', 'GIVEN_UP')"
                    + " GROUP BY channel, state")
            .map((row, _) ->
                new UndeliveredCount(
                    row.getString("channel"),
                    DeliveryState.valueOf(row.getString("state")),
                    row.getLong("messages"),
                    Instant.ofEpochMilli(row.getLong("oldest_at"))))
            .list());
  }

  /** How many messages by a channel were given up since an instant of the wall, and stay so. */
  Map<String, Long> givenUpSince(Instant wall) {
    return database.read(handle ->
        handle
            .select(
                "SELECT channel, COUNT(*) AS messages FROM delivery"
                    + " WHERE state = 'GIVEN_UP' AND next_attempt_at > ? GROUP BY channel",
                wall.toEpochMilli()) // the last lease is when it was given up, or a little later
            .map((row, _) -> Map.entry(row.getString("channel"), row.getLong("messages")))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * Messages that can be read, the youngest first: of those that were not sent half as many at
   * most, and then of all others.
   *
   * @param wall now; what was given up more than a month before is one of the others
   */
  public List<Delivery> unsentFirst(int most, Instant wall) {
    List<Delivery> unsent =
        readable(
            "SELECT * FROM delivery WHERE state IN ('PENDING', 'SENDING', 'FAILED')"
                + " OR (state = 'GIVEN_UP' AND next_attempt_at > ?) ORDER BY n DESC LIMIT ?",
            wall.minus(LATELY).toEpochMilli(),
            Math.ceilDiv(most, 2));
    Stream<Delivery> others =
        latest(most).reversed().stream()
            .filter(it -> unsent.stream().noneMatch(other -> other.id().equals(it.id())));
    return Stream.concat(unsent.stream(), others).limit(most).toList();
  }

  /** The youngest messages that can be read, the oldest of them first. */
  public List<Delivery> latest(int most) {
    return readable("SELECT * FROM delivery ORDER BY n DESC LIMIT ?", most).reversed();
  }

  private List<Delivery> readable(String question, Object... arguments) {
    return database
        .read(handle -> handle.select(question, arguments).map(DeliveryRow.ROW).list())
        .stream()
        .flatMap(row -> row.ifReadable().stream())
        .toList();
  }
}
