package signpost.search.account;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.record.store.Database;

/**
 * Bounds guesses. What a network guesses counts against that network; what all of them guess at one
 * name counts against those only from which nobody ever signed in by that name. So strangers make a
 * person wait at most at a desk where they never sat.
 */
@Singleton
final class GuessLimit {
  private static final int FREE_OF_ONE = 5;
  private static final int FREE_OF_CLIENT = 40;
  private static final int FREE_OF_ALL = 50;

  /** A network from which somebody signed in is known for so long. */
  private static final Duration KNOWN = Duration.ofDays(60);

  private final Database database;
  private final InstantSource wall;

  GuessLimit(Database database, @Named("wall") InstantSource wall) {
    this.database = database;
    this.wall = wall;
  }

  /** How long a client must wait before it may guess at a name; empty if it may now. */
  Optional<Duration> wait(String name, String client) {
    Instant now = wall.instant();
    Instant next =
        database.read(handle -> {
          Instant own =
              later(
                  nextAt(handle, one(name, client), FREE_OF_ONE),
                  nextAt(handle, client(client), FREE_OF_CLIENT));
          Instant all =
              isKnown(handle, name, client, now)
                  ? Instant.EPOCH
                  : nextAt(handle, all(name), FREE_OF_ALL);
          return later(own, all);
        });
    return next.isAfter(now) ? Optional.of(Duration.between(now, next)) : Optional.empty();
  }

  /** Notes a wrong guess, before it is answered. */
  void wrong(String name, String client) {
    database.write(handle -> {
      long now = wall.instant().toEpochMilli();
      forget(handle, now);
      count(handle, one(name, client), now);
      count(handle, client(client), now);
      return count(handle, all(name), now);
    });
  }

  /** Notes that somebody signed in: their network is known, and its wrong guesses are forgotten. */
  void right(String name, String client) {
    database.write(handle -> {
      long now = wall.instant().toEpochMilli();
      handle.execute("DELETE FROM guess WHERE what IN (?, ?)", one(name, client), client(client));
      handle.execute("UPDATE guess SET n = n - 1 WHERE what = ?", all(name));
      return count(handle, known(name, client), now);
    });
  }

  /** Whether nobody signed in by that name from there, or somebody guessed wrongly since. */
  boolean isStrange(String name, String client) {
    return database.read(handle ->
        !isKnown(handle, name, client, wall.instant())
            || handle
                .select("SELECT n FROM guess WHERE what = ?", one(name, client))
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /** Forgets all guesses at a name. */
  static void reset(Handle handle, String name) {
    handle.execute("DELETE FROM guess WHERE what = ?", all(name));
    handle.execute(
        "DELETE FROM guess WHERE substr(what, 1, ?) = ?", one(name, "").length(), one(name, ""));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static boolean isKnown(Handle handle, String name, String client, Instant now) {
    return handle
        .select("SELECT last_at FROM guess WHERE what = ?", known(name, client))
        .mapTo(Long.class)
        .findOne()
        .filter(at -> Instant.ofEpochMilli(at).plus(KNOWN).isAfter(now))
        .isPresent();
  }

  private static Instant nextAt(Handle handle, String what, int free) {
    return handle
        .select("SELECT n, last_at FROM guess WHERE what = ?", what)
        .map((row, _) ->
            GuessPolicy.nextAt(row.getInt(1), free, Instant.ofEpochMilli(row.getLong(2))))
        .findOne()
        .orElse(Instant.EPOCH);
  }

  private static int count(Handle handle, String what, long now) {
    return handle.execute(
        "INSERT INTO guess (what, n, last_at) VALUES (?, 1, ?)"
            + " ON CONFLICT (what) DO UPDATE SET n = guess.n + 1, last_at = excluded.last_at",
        what,
        now);
  }

  private static void forget(Handle handle, long now) {
    handle.execute(
        "DELETE FROM guess WHERE last_at < ? AND what NOT LIKE 'known %'",
        now - GuessPolicy.FORGOTTEN.toMillis());
    handle.execute("DELETE FROM guess WHERE last_at < ?", now - KNOWN.toMillis());
  }

  private static String one(String name, String client) {
    return "one " + name + "\n" + client;
  }

  private static String all(String name) {
    return "all " + name;
  }

  private static String client(String client) {
    return "client " + client;
  }

  private static String known(String name, String client) {
    return "known " + name + "\n" + client;
  }
}
