package signpost.search.account;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.record.store.Database;
import signpost.search.audit.SignInWay;

/**
 * Who is signed in. A browser has a word that nobody guesses, and we only its digest. An account
 * that is removed, or has another role, counts at the next request.
 */
@Singleton
public final class Sessions {
  /** Use is noted at most so often: a page is several requests. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private static final String ALL =
      "SELECT s.digest, s.name, s.way, COALESCE(a.role, s.role) AS role, s.opened_at, s.used_at"
          + " FROM session s LEFT JOIN account a ON s.way = 'ACCOUNT' AND a.name = s.name"
          + " WHERE (s.way <> 'ACCOUNT' OR a.name IS NOT NULL)";

  private final Database database;
  private final AccessConfig config;
  private final InstantSource wall;

  Sessions(Database database, AccessConfig config, @Named("wall") InstantSource wall) {
    this.database = database;
    this.config = config;
    this.wall = wall;
  }

  /** Opens one; what the browser is to keep of it. */
  public String open(String name, SignInWay way, Role role) {
    String token = SecretToken.make();
    Instant now = wall.instant();
    database.write(handle -> {
      forget(handle, now);
      return handle.execute(
          "INSERT INTO session (digest, name, way, role, opened_at, used_at)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          SecretToken.digest(token),
          name,
          way.name(),
          role.name(),
          now.toEpochMilli(),
          now.toEpochMilli());
    });
    return token;
  }

  /** Those that ended are of no use to anybody. */
  private void forget(Handle handle, Instant now) {
    handle.execute(
        "DELETE FROM session WHERE used_at <= ? OR opened_at <= ?",
        now.minus(config.idle()).toEpochMilli(),
        now.minus(config.longest()).toEpochMilli());
  }

  /** Whoever a browser is signed in as. */
  public Optional<SignedIn> of(String token) {
    Instant now = wall.instant();
    Optional<SignedIn> found =
        database
            .read(handle ->
                handle
                    .select(ALL + " AND s.digest = ?", SecretToken.digest(token))
                    .map((row, _) -> row(row))
                    .findOne())
            .filter(it -> !it.hasEnded(now, config));
    found.filter(it -> !now.isBefore(it.usedAt().plus(NOTED))).ifPresent(it -> use(it, now));
    return found;
  }

  private void use(SignedIn session, Instant now) {
    database.write(handle ->
        handle.execute(
            "UPDATE session SET used_at = ? WHERE digest = ?",
            now.toEpochMilli(),
            session.digest()));
  }

  /** Those who are signed in now, the latest first. */
  public List<SignedIn> all() {
    Instant now = wall.instant();
    return database
        .read(handle ->
            handle.select(ALL + " ORDER BY s.opened_at DESC").map((row, _) -> row(row)).list())
        .stream()
        .filter(it -> !it.hasEnded(now, config))
        .toList();
  }

  /** Ends one, by its digest; whose it was, if there was one. */
  public Optional<SignedIn> end(String digest) {
    return database.write(handle -> {
      Optional<SignedIn> ended =
          handle.select(ALL + " AND s.digest = ?", digest).map((row, _) -> row(row)).findOne();
      handle.execute("DELETE FROM session WHERE digest = ?", digest);
      return ended;
    });
  }

  private static SignedIn row(ResultSet row) throws SQLException {
    return new SignedIn(
        row.getString("digest"),
        row.getString("name"),
        SignInWay.valueOf(row.getString("way")),
        Role.valueOf(row.getString("role")),
        Instant.ofEpochMilli(row.getLong("opened_at")),
        Instant.ofEpochMilli(row.getLong("used_at")));
  }
}
