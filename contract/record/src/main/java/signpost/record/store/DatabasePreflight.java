package signpost.record.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import signpost.record.preflight.ClockPreflight;
import signpost.record.preflight.PreflightFinding;

/**
 * Tries a module's database as the module will use it, and changes nothing: whether it answers,
 * what we may do there, whose tables it holds and of which version, and what time it is there.
 */
public final class DatabasePreflight {
  /** A question for everything that a start and a running service need. */
  private static final String RIGHTS =
      "SELECT current_schema() IS NOT NULL"
          + " AND has_schema_privilege(current_user, current_schema(), 'CREATE')"
          + " AND NOT pg_is_in_recovery()";

  private final ModuleSchema schema;
  private final String edge;
  private final JdbcConfig jdbc;
  private final InstantSource wall;
  private final List<PreflightFinding> findings = new ArrayList<>();

  private DatabasePreflight(ModuleSchema schema, JdbcConfig jdbc, InstantSource wall) {
    this.schema = schema;
    this.edge = "database of " + schema.module();
    this.jdbc = jdbc;
    this.wall = wall;
  }

  /**
   * Tries it, within some ten seconds where nobody answers.
   *
   * @param folder the module's data folder, which holds its SQLite file where no other is named
   */
  public static List<PreflightFinding> of(
      ModuleSchema schema, JdbcConfig jdbc, Path folder, InstantSource wall) {
    JdbcConfig used = jdbc.orFile(schema, folder);
    DatabasePreflight preflight = new DatabasePreflight(schema, used, wall);
    used.file()
        .filter(it -> isToBeMade(it, jdbc.url().isEmpty()))
        .ifPresentOrElse(
            it -> preflight.ok("SQLite in %s, which is made at the first start.".formatted(it)),
            preflight::look);
    return preflight.findings;
  }

  /** A start makes the file, and of folders only our own; without the folder nobody makes it. */
  private static boolean isToBeMade(Path file, boolean inOurs) {
    return !Files.exists(file)
        && (inOurs
            || Optional.ofNullable(file.toAbsolutePath().getParent())
                .filter(it -> Files.isDirectory(it) && Files.isWritable(it))
                .isPresent());
  }

  private void look() {
    SqlDialect dialect = SqlDialect.of(jdbc.url());
    try (HikariDataSource pool = new HikariDataSource(Database.settings(schema, jdbc, 2))) {
      Jdbi.create(pool).useHandle(handle -> server(handle, dialect));
      version(Database.flyway(schema, pool, dialect).info());
    } catch (RuntimeException e) {
      findings.add(
          PreflightFinding.wrong(
              edge, String.valueOf(UnusableDatabase.at(schema, jdbc, e).getMessage()), ""));
    }
  }

  private void server(Handle handle, SqlDialect dialect) {
    switch (dialect) {
      case SQLITE -> ok(jdbc + " answers: SQLite " + text(handle, "SELECT sqlite_version()") + ".");
      case POSTGRESQL -> {
        String encrypted =
            handle
                    .createQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                    .mapTo(Boolean.class)
                    .one()
                ? "encrypted"
                : "not encrypted";
        ok(
            "%s answers: PostgreSQL %s, %s."
                .formatted(jdbc, text(handle, "SHOW server_version"), encrypted));
        rights(handle);
        Instant there = handle.createQuery("SELECT clock_timestamp()").mapTo(Instant.class).one();
        findings.add(ClockPreflight.compared("the " + edge, there, wall.instant()));
      }
    }
  }

  private void rights(Handle handle) {
    String user = text(handle, "SELECT current_user");
    if (handle.createQuery(RIGHTS).mapTo(Boolean.class).one()) {
      ok(user + " may make tables and write there.");
    } else {
      findings.add(
          PreflightFinding.wrong(
              edge,
              user + " may not make tables there, or it is a standby that nobody writes.",
              "Run GRANT USAGE, CREATE ON SCHEMA public TO %s on the primary.".formatted(user)));
    }
  }

  private void version(MigrationInfoService info) {
    boolean newer =
        Arrays.stream(info.all()).map(MigrationInfo::getState).anyMatch(DatabasePreflight::isNewer);
    if (newer) {
      findings.add(
          PreflightFinding.wrong(
              edge,
              "Its tables are those of a newer Signpost, or of another module.",
              "Install that version, or see signpost.jdbc.url: each module has its own database."));
      return;
    }
    MigrationInfo current = info.current();
    int pending = info.pending().length;
    ok(
        current == null
            ? "It is empty: the first start makes the tables."
            : "Its tables are of version %s%s."
                .formatted(
                    current.getVersion(),
                    pending == 0 ? "" : ", and the next start brings them to ours"));
  }

  private static boolean isNewer(MigrationState state) {
    return state == MigrationState.FUTURE_SUCCESS
        || state == MigrationState.FUTURE_FAILED
        || state == MigrationState.MISSING_SUCCESS;
  }

  private static String text(Handle handle, String question) {
    return handle.createQuery(question).mapTo(String.class).one();
  }

  private void ok(String what) {
    findings.add(PreflightFinding.ok(edge, what));
  }
}
