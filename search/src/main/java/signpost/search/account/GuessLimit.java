package signpost.search.account;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
  private static final int HEARD_OF_SHARED = 10;
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** A network from which somebody signed in is known for so long. */
  private static final Duration KNOWN = Duration.ofDays(60);

  private final Database database;
  private final InstantSource wall;

  GuessLimit(Database database, @Named("wall") InstantSource wall) {
    this.database = database;
    this.wall = wall;
  }

  /**
   * Counts a guess as wrong before it is looked at, unless it has to wait; judged and counted at
   * once, so that guesses at the same time count each other.
   *
   * @return how long it has to wait, and was not counted; empty where it may be looked at
   */
  Optional<Duration> take(String name, String client) {
    return database.write(handle -> {
      Instant now = wall.instant();
      Optional<Duration> wait = wait(handle, name, client, now);
      if (wait.isEmpty()) {
        count(handle, name, client, now);
      }
      return wait;
    });
  }

  /** Judges a guess that costs nothing to look at, and counts it where it was wrong. */
  SignInOutcome judge(String name, String client, Role role, BooleanSupplier right) {
    return database.write(handle -> {
      Instant now = wall.instant();
      Optional<Duration> wait = wait(handle, name, client, now);
      return wait.isPresent()
          ? new SignInOutcome.WaitFirst(wait.get())
          : judged(handle, name, client, role, right.getAsBoolean());
    });
  }

  /**
   * The same where nobody can tell clients apart: so many wrong guesses of all of them together are
   * heard in each second, and nobody is made to wait longer for what another guessed.
   */
  SignInOutcome judgeShared(String name, Role role, BooleanSupplier right) {
    return database.write(handle -> {
      Instant now = wall.instant();
      int heard = heard(handle, shared(name), now);
      if (heard >= HEARD_OF_SHARED) {
        return new SignInOutcome.WaitFirst(SECOND);
      }
      if (right.getAsBoolean()) {
        return new SignInOutcome.SignedInAs(name, role);
      }
      hear(handle, shared(name), heard, now);
      return new SignInOutcome.WrongGuess();
    });
  }

  /** Whether one more may be heard in this second, of all who share a limit; counts it if so. */
  boolean isHeard(String what) {
    return database.write(handle -> {
      Instant now = wall.instant();
      int heard = heard(handle, shared(what), now);
      if (heard < HEARD_OF_SHARED) {
        hear(handle, shared(what), heard, now);
      }
      return heard < HEARD_OF_SHARED;
    });
  }

  /** How many were heard since the second began that one of them began. */
  private static int heard(Handle handle, String what, Instant now) {
    return handle
        .select(
            "SELECT n FROM guess WHERE what = ? AND last_at > ?",
            what,
            now.minus(SECOND).toEpochMilli())
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  private static void hear(Handle handle, String what, int heard, Instant now) {
    if (heard == 0) {
      handle.execute("DELETE FROM guess WHERE what = ?", what);
      count(handle, what, now.toEpochMilli());
    } else {
      handle.execute("UPDATE guess SET n = n + 1 WHERE what = ?", what);
    }
  }

  private SignInOutcome judged(
      Handle handle, String name, String client, Role role, boolean right) {
    if (!right) {
      count(handle, name, client, wall.instant());
      return new SignInOutcome.WrongGuess();
    }
    if (isStrange(handle, name, client)) {
      right(handle, name, client);
    }
    return new SignInOutcome.SignedInAs(name, role);
  }

  private static Optional<Duration> wait(Handle handle, String name, String client, Instant now) {
    Instant own =
        later(
            nextAt(handle, one(name, client), FREE_OF_ONE),
            nextAt(handle, client(client), FREE_OF_CLIENT));
    Instant all =
        isKnown(handle, name, client, now) ? Instant.EPOCH : nextAt(handle, all(name), FREE_OF_ALL);
    Instant next = later(own, all);
    return next.isAfter(now) ? Optional.of(Duration.between(now, next)) : Optional.empty();
  }

  private static void count(Handle handle, String name, String client, Instant at) {
    long now = at.toEpochMilli();
    count(handle, one(name, client), now);
    count(handle, client(client), now);
    count(handle, all(name), now);
  }

  /** Counts a client's try at something that has no name, unless it has to wait. */
  Optional<Duration> takeOf(String what, String client, int free) {
    return database.write(handle -> {
      Instant now = wall.instant();
      String tried = tried(what, client);
      Instant next = nextAt(handle, tried, free);
      if (next.isAfter(now)) {
        return Optional.of(Duration.between(now, next));
      }
      count(handle, tried, now.toEpochMilli());
      return Optional.empty();
    });
  }

  /** Takes back a try that was good. */
  void forgiveOf(String what, String client) {
    database.write(handle ->
        handle.execute("UPDATE guess SET n = n - 1 WHERE n > 0 AND what = ?", tried(what, client)));
  }

  /** Takes back what was counted and never looked at. */
  void forgive(String name, String client) {
    database.write(handle ->
        handle.execute(
            "UPDATE guess SET n = n - 1 WHERE n > 0 AND what IN (?, ?, ?)",
            one(name, client),
            client(client),
            all(name)));
  }

  /** Notes that somebody signed in: their network is known, and its wrong guesses are forgotten. */
  void right(String name, String client) {
    database.write(handle -> right(handle, name, client));
  }

  private int right(Handle handle, String name, String client) {
    handle.execute("DELETE FROM guess WHERE what IN (?, ?)", one(name, client), client(client));
    handle.execute("UPDATE guess SET n = n - 1 WHERE n > 0 AND what = ?", all(name));
    return count(handle, known(name, client), wall.instant().toEpochMilli());
  }

  /** Whether nobody signed in by that name from there, or somebody guessed wrongly since. */
  private boolean isStrange(Handle handle, String name, String client) {
    return !isKnown(handle, name, client, wall.instant())
        || handle
            .select("SELECT n FROM guess WHERE what = ?", one(name, client))
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
  }

  /** Forgets all guesses at a name. */
  static void reset(Handle handle, String name) {
    handle.execute("DELETE FROM guess WHERE what = ?", all(name));
    handle.execute(
        "DELETE FROM guess WHERE substr(what, 1, ?) = ?", ones(name).length(), ones(name));
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

  /** Forgets what is of no use any more. */
  void forget() {
    long now = wall.instant().toEpochMilli();
    database.write(handle -> {
      handle.execute(
          "DELETE FROM guess WHERE last_at < ? AND what NOT LIKE 'known %'",
          now - GuessPolicy.FORGOTTEN.toMillis());
      return handle.execute("DELETE FROM guess WHERE last_at < ?", now - KNOWN.toMillis());
    });
  }

  private static String one(String name, String client) {
    return ones(name) + SecretToken.digest(client);
  }

  private static String ones(String name) {
    return "one " + key(name) + " ";
  }

  private static String all(String name) {
    return "all " + key(name);
  }

  private static String client(String client) {
    return tried("client", client);
  }

  private static String tried(String what, String client) {
    return what + " " + SecretToken.digest(client);
  }

  private static String known(String name, String client) {
    return "known " + key(name) + " " + SecretToken.digest(client);
  }

  private static String shared(String what) {
    return "shared " + what;
  }

  /** Names that nobody can have count as one, so that they take no room. */
  private static String key(String name) {
    return LocalAccounts.isName(name) ? SecretToken.digest(name) : "none";
  }
}
