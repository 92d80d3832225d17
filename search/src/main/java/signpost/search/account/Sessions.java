package signpost.search.account;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.record.store.Database;
import signpost.search.audit.Actor;
import signpost.search.audit.AuditLog;
import signpost.search.audit.SignInWay;

/**
 * Who is signed in. A browser has a word that nobody guesses, and we only its digest. An account
 * that is removed, or has another role, counts at the next request; so does a way in that was
 * closed, and a secret that was changed.
 */
@Singleton
public final class Sessions {
  private static final Logger log = LoggerFactory.getLogger(Sessions.class);

  /** Use is noted at most so often: a page is several requests. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private static final String ALL =
      "SELECT s.digest, s.name, s.subject, s.way, s.basis, COALESCE(a.role, s.role) AS role,"
          + " s.address, s.opened_at, s.used_at"
          + " FROM session s LEFT JOIN account a ON s.way = 'ACCOUNT' AND a.name = s.name"
          + " WHERE (s.way <> 'ACCOUNT' OR a.name IS NOT NULL)";

  private final Database database;
  private final AccessConfig config;
  private final AuditLog audit;
  private final InstantSource wall;

  Sessions(
      Database database, AccessConfig config, AuditLog audit, @Named("wall") InstantSource wall) {
    this.database = database;
    this.config = config;
    this.audit = audit;
    this.wall = wall;
  }

  private record KeptSession(SignedIn signedIn, String basis) {}

  /**
   * Opens one, ends the one that the browser had, and notes it in the audit log, of an owner in the
   * log of the process: anybody may subscribe, and come and go as often as they like.
   *
   * @param before the digest of the session that the browser had
   * @return what the browser is to keep of it
   */
  public String open(SessionGround ground, Optional<String> before) {
    String token = SecretToken.make();
    Instant now = wall.instant();
    database.write(handle -> {
      before.ifPresent(it -> delete(handle, it));
      insert(handle, token, ground, now);
      if (ground.role() != Role.OWNER) {
        audit.done(
            handle, ground.actor(), "sign in", Map.of(), Optional.empty(), ground.role().wire());
      }
      return token;
    });
    if (ground.role() == Role.OWNER) {
      log.info("An owner signed in as {}", ground.actor().name());
    }
    return token;
  }

  private static void insert(Handle handle, String token, SessionGround ground, Instant now) {
    Actor actor = ground.actor();
    handle.execute(
        "INSERT INTO session (digest, name, subject, way, basis, role, address, opened_at, used_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SecretToken.digest(token),
        actor.name(),
        actor.sub().orElse(""),
        actor.way().name(),
        fingerprint(token, ground.basis()),
        ground.role().name(),
        ground.address().orElse(""),
        now.toEpochMilli(),
        now.toEpochMilli());
  }

  /** With the browser's word in it, so that nobody finds a password by trying. */
  private static String fingerprint(String token, String basis) {
    return SecretToken.digest(token + "\n" + basis);
  }

  /** Forgets those that ended, which are of no use to anybody. */
  void forget() {
    Instant now = wall.instant();
    database.write(handle ->
        handle.execute(
            "DELETE FROM session WHERE used_at <= ? OR opened_at <= ?",
            now.minus(config.idle()).toEpochMilli(),
            now.minus(config.longest()).toEpochMilli()));
  }

  private static int delete(Handle handle, String digest) {
    return handle.execute("DELETE FROM session WHERE digest = ?", digest);
  }

  /**
   * Whoever a browser is signed in as.
   *
   * @param basis what lets somebody of that name in by a way now; nothing for one that is closed
   */
  public Optional<SignedIn> of(
      String token, BiFunction<SignInWay, String, Optional<String>> basis) {
    Instant now = wall.instant();
    Optional<SignedIn> found =
        kept(token)
            .filter(it ->
                basis
                    .apply(it.signedIn().way(), it.signedIn().name())
                    .filter(present -> fingerprint(token, present).equals(it.basis()))
                    .isPresent())
            .map(KeptSession::signedIn)
            .filter(it -> !it.hasEnded(now, config));
    found.filter(it -> !now.isBefore(it.usedAt().plus(NOTED))).ifPresent(it -> use(it, now));
    return found;
  }

  private Optional<KeptSession> kept(String token) {
    return database.read(handle ->
        handle
            .select(ALL + " AND s.digest = ?", SecretToken.digest(token))
            .map((row, _) -> new KeptSession(row(row), row.getString("basis")))
            .findOne());
  }

  /** What cannot be noted ends the session a little early, and nothing now. */
  private void use(SignedIn session, Instant now) {
    try {
      database.write(handle ->
          handle.execute(
              "UPDATE session SET used_at = ? WHERE digest = ?",
              now.toEpochMilli(),
              session.digest()));
    } catch (JdbiException e) {
      log.error("It cannot be noted that a session was used", e);
    }
  }

  /** How long somebody who was here just now stays signed in, where they do not come again. */
  public Duration left(SignedIn session) {
    Instant now = wall.instant();
    return Duration.between(now, session.endsAt(now, config));
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

  /** Ends one's own, by its digest; that an owner goes is noted no more than that they came. */
  public Optional<SignedIn> signOut(Actor actor, String digest) {
    return end(actor, digest, "sign out", it -> it.role() != Role.OWNER);
  }

  /** Ends somebody's, by its digest; whose it was, if there was one. */
  public Optional<SignedIn> end(Actor actor, String digest) {
    return end(actor, digest, "end a session", _ -> true);
  }

  private Optional<SignedIn> end(
      Actor actor, String digest, String act, Predicate<SignedIn> isNoted) {
    return database.write(handle -> {
      Optional<SignedIn> ended =
          handle.select(ALL + " AND s.digest = ?", digest).map((row, _) -> row(row)).findOne();
      delete(handle, digest);
      ended
          .filter(isNoted)
          .ifPresent(it ->
              audit.done(
                  handle,
                  actor,
                  act,
                  Map.of("name", it.name()),
                  Optional.of("signed in"),
                  "signed out"));
      return ended;
    });
  }

  /** How many are signed in at that mail address, for which a provider vouches. */
  public static int countAt(Database database, String address) {
    return database.read(handle ->
        handle
            .select("SELECT COUNT(*) FROM session WHERE address = ?", small(address))
            .mapTo(Integer.class)
            .one());
  }

  /** Ends all at which a provider vouches for that mail address; how many. */
  public static int endAt(Database database, String address) {
    return database.write(
        handle -> handle.execute("DELETE FROM session WHERE address = ?", small(address)));
  }

  private static String small(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  private static SignedIn row(ResultSet row) throws SQLException {
    String name = row.getString("name");
    SignInWay way = SignInWay.valueOf(row.getString("way"));
    return new SignedIn(
        row.getString("digest"),
        name,
        row.getString("subject"),
        way,
        Role.valueOf(row.getString("role")),
        SessionGround.address(way, name, row.getString("address")),
        Instant.ofEpochMilli(row.getLong("opened_at")),
        Instant.ofEpochMilli(row.getLong("used_at")));
  }
}
