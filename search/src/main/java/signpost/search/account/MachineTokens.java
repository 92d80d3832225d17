package signpost.search.account;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import signpost.record.store.Database;

/** Tokens by which programs show who they are, each for some scopes, kept as digests. */
@Singleton
public final class MachineTokens {
  /** What each begins with, so that whoever finds one knows what it is. */
  public static final String PREFIX = "signpost_";

  private final Database database;
  private final InstantSource wall;

  public MachineTokens(Database database, @Named("wall") InstantSource wall) {
    this.database = database;
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
  public Optional<String> create(Machine machine) {
    String token = PREFIX + SecretToken.make();
    int made =
        database.write(handle ->
            handle.execute(
                "INSERT INTO machine (name, digest, scopes, until_at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (name) DO NOTHING",
                machine.name(),
                SecretToken.digest(token),
                machine.words(),
                machine.until().map(Instant::toEpochMilli).orElse(null)));
    return made == 1 ? Optional.of(token) : Optional.empty();
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
  public boolean revoke(String name) {
    return database.write(
        handle -> handle.execute("DELETE FROM machine WHERE name = ?", name) == 1);
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
