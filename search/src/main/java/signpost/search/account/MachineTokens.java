package signpost.search.account;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import signpost.record.store.Database;
import signpost.search.audit.Actor;
import signpost.search.audit.AuditLog;

/**
 * Tokens by which programs show who they are, each for some scopes, kept as digests. Each change of
 * one and its line in the audit log are one transaction.
 */
@Singleton
public final class MachineTokens {
  /** What each begins with, so that whoever finds one knows what it is. */
  public static final String PREFIX = "signpost_";

  private final Database database;
  private final AuditLog audit;
  private final InstantSource wall;

  public MachineTokens(Database database, AuditLog audit, @Named("wall") InstantSource wall) {
    this.database = database;
    this.audit = audit;
    this.wall = wall;
  }

  /** A program that may do something, until then if that is said. */
  public record Machine(String name, Set<TokenScope> scopes, Optional<Instant> until) {
    public Machine {
      scopes = Set.copyOf(scopes);
    }

    /** Its scopes as they are typed, in order. */
    public String words() {
      return scopes.stream().map(TokenScope::wire).sorted().collect(Collectors.joining(","));
    }
  }

  /** Makes one; nothing where there is one of that name. */
  public Optional<String> create(Actor actor, Machine machine) {
    String token = PREFIX + SecretToken.make();
    boolean made =
        database.write(handle -> {
          boolean fresh = insert(handle, machine, token) == 1;
          if (fresh) {
            audit.done(
                handle,
                actor,
                "create a token",
                Map.of("name", machine.name()),
                Optional.empty(),
                machine.words());
          }
          return fresh;
        });
    return made ? Optional.of(token) : Optional.empty();
  }

  private static int insert(Handle handle, Machine machine, String token) {
    return handle.execute(
        "INSERT INTO machine (name, digest, scopes, until_at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (name) DO NOTHING",
        machine.name(),
        SecretToken.digest(token),
        machine.words(),
        machine.until().map(Instant::toEpochMilli).orElse(null));
  }

  /** Whose it is, if it has not run out. */
  public Optional<Machine> of(String token) {
    return database
        .read(handle ->
            handle
                .select("SELECT * FROM machine WHERE digest = ?", SecretToken.digest(token))
                .map((row, _) -> row(row))
                .findOne())
        .filter(it -> it.until().filter(end -> !wall.instant().isBefore(end)).isEmpty());
  }

  /** All of them, by name. */
  public List<Machine> all() {
    return database.read(handle ->
        handle.select("SELECT * FROM machine ORDER BY name").map((row, _) -> row(row)).list());
  }

  /** Makes one worthless; false where there is none of that name. */
  public boolean revoke(Actor actor, String name) {
    return database.write(handle -> {
      boolean there = handle.execute("DELETE FROM machine WHERE name = ?", name) == 1;
      if (there) {
        audit.done(
            handle,
            actor,
            "revoke a token",
            Map.of("name", name),
            Optional.of("good"),
            "worthless");
      }
      return there;
    });
  }

  private static Machine row(ResultSet row) throws SQLException {
    Set<TokenScope> scopes =
        Arrays.stream(row.getString("scopes").split(",", -1))
            .flatMap(it -> TokenScope.of(it).stream())
            .collect(Collectors.toSet());
    long until = row.getLong("until_at");
    boolean endless = row.wasNull();
    return new Machine(
        row.getString("name"),
        scopes,
        endless ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)));
  }
}
