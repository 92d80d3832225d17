package signpost.ingest.frontier;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import signpost.events.RecordJson;
import signpost.record.store.Database;
import signpost.record.store.PreparedStatements;
import signpost.web.politeness.HostPace;

/**
 * Turns at hosts for requests that are no visits of targets. A turn is the lease that visits take
 * too, so nobody else asks the host meanwhile, and what it answers counts for all.
 */
@Singleton
public final class HostTurns {
  private static final Duration NEXT_LOOK = Duration.ofMillis(200);

  private final Database database;

  public HostTurns(Database database) {
    this.database = database;
  }

  /** What asking for a turn came to. */
  public sealed interface TurnAnswer {
    /** The host may be asked once. */
    record TurnTaken(String origin, long token, HostPace pace) implements TurnAnswer {}

    /** Somebody else asks it, or it rests: not before then. */
    record TurnLater(Instant at) implements TurnAnswer {}
  }

  /** Takes a turn for so long, if there is one now. Ops' pause ends by the clock. */
  public TurnAnswer take(String origin, Instant clock, Instant wall, Duration forHowLong) {
    return database.write(handle -> take(handle, origin, clock, wall, wall.plus(forHowLong)));
  }

  private static TurnAnswer take(
      Handle handle, String origin, Instant clock, Instant wall, Instant until) {
    SqlFrontier.knowHost(handle, origin);
    Optional<TurnAnswer> taken =
        PreparedStatements.list(
                handle,
                row -> taken(origin, row.getLong(1), row.getString(2), wall),
                "UPDATE host SET lease_until = ?, lease_token = lease_token + 1 WHERE origin = ?"
                    + " AND next_allowed_at <= ? AND lease_until <= ? AND paused_until <= ?"
                    + " RETURNING lease_token, pace",
                until.toEpochMilli(),
                origin,
                wall.toEpochMilli(),
                wall.toEpochMilli(),
                clock.toEpochMilli())
            .stream()
            .findFirst();
    return taken.orElseGet(() -> later(handle, origin, clock, wall));
  }

  private static TurnAnswer taken(String origin, long token, @Nullable String pace, Instant wall) {
    return new TurnAnswer.TurnTaken(
        origin, token, pace == null ? HostPace.fresh(wall) : RecordJson.read(pace, HostPace.class));
  }

  private static TurnAnswer later(Handle handle, String origin, Instant clock, Instant wall) {
    Instant rested = HostMemory.pace(handle, origin, clock, wall).askableAt();
    Instant soon = wall.plus(NEXT_LOOK);
    return new TurnAnswer.TurnLater(rested.isAfter(soon) ? rested : soon);
  }

  /** Gives a turn back; nothing happens where it has run out. */
  public void end(TurnAnswer.TurnTaken turn, HostPace after) {
    database.write(handle ->
        handle.execute(
            "UPDATE host SET lease_until = 0, next_allowed_at = ?, pace = ? WHERE origin = ?"
                + " AND lease_token = ? AND lease_until > 0",
            after.nextAllowedAt().toEpochMilli(),
            RecordJson.write(after),
            turn.origin(),
            turn.token()));
  }
}
