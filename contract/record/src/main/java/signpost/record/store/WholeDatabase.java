package signpost.record.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * A module's database for whoever copies all of it: one connection, and no migration but those that
 * are asked for.
 */
public final class WholeDatabase implements AutoCloseable {
  /** Between two tables of another database this one may stand still for long. */
  private static final String IDLE_FOR_LONG = "SET idle_in_transaction_session_timeout = 0";

  /** One for the rows; Flyway takes one to hold its lock and one to migrate. */
  private static final int CONNECTIONS = 2;

  /** By which PostgreSQL tells the connections of this process from all others. */
  private static final String NAME = "signpost copy " + UUID.randomUUID();

  /** Whoever copies all rows in a transaction keeps nobody from writing meanwhile. */
  private static final String READS = "transaction_mode=DEFERRED";

  /** What a later version would add to the tables. */
  private static final String YET_TO_COME = "*:pending";

  private final ModuleSchema schema;
  private final JdbcConfig jdbc;
  private final SqlDialect dialect;
  private final HikariDataSource pool;

  private WholeDatabase(ModuleSchema schema, JdbcConfig jdbc, HikariDataSource pool) {
    this.schema = schema;
    this.jdbc = jdbc;
    this.dialect = SqlDialect.of(jdbc.url());
    this.pool = pool;
  }

  /**
   * Connects to it.
   *
   * @throws UnusableDatabase with a message for ops when that cannot be done
   */
  public static WholeDatabase open(ModuleSchema schema, JdbcConfig jdbc) {
    try {
      HikariConfig settings = Database.settings(schema, jdbc, CONNECTIONS);
      settings.setJdbcUrl(settings.getJdbcUrl().replace(Database.WRITES, READS));
      settings.setMaxLifetime(0);
      if (SqlDialect.of(jdbc.url()) == SqlDialect.POSTGRESQL) {
        settings.addDataSourceProperty("ApplicationName", NAME);
        settings.addDataSourceProperty("reWriteBatchedInserts", "true");
      }
      return new WholeDatabase(schema, jdbc, filled(new HikariDataSource(settings)));
    } catch (SQLException | RuntimeException e) {
      throw UnusableDatabase.at(schema, jdbc, e);
    }
  }

  /**
   * Has all its connections: one that the pool makes later, beside us, has no name while it begins,
   * and {@link #others} would take it for a stranger's.
   */
  private static HikariDataSource filled(HikariDataSource pool) throws SQLException {
    try (Connection _ = pool.getConnection();
        Connection _ = pool.getConnection()) {
      return pool;
    } catch (SQLException | RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * Makes an SQLite database that nobody else opens. All its rows are in that one file, and a
   * commit for which there is no room fails: of a log beside the file it would be heard by nobody.
   */
  public static WholeDatabase make(ModuleSchema schema, Path file) {
    return own(schema, "jdbc:sqlite:" + file);
  }

  /** Makes one that is nowhere, and gone when it is closed. */
  public static WholeDatabase inMemory(ModuleSchema schema) {
    return own(schema, "jdbc:sqlite::memory:");
  }

  private static WholeDatabase own(ModuleSchema schema, String url) {
    JdbcConfig jdbc = JdbcConfig.of(url, "", "");
    try {
      HikariConfig settings = Database.settings(schema, jdbc, 1);
      settings.setJdbcUrl(settings.getJdbcUrl().replace(Database.LOGGED, "journal_mode=DELETE"));
      return new WholeDatabase(schema, jdbc, new HikariDataSource(settings));
    } catch (RuntimeException e) {
      throw UnusableDatabase.at(schema, jdbc, e);
    }
  }

  public ModuleSchema schema() {
    return schema;
  }

  public SqlDialect dialect() {
    return dialect;
  }

  /**
   * The version of its tables; empty where there are none.
   *
   * @throws UnusableDatabase where they are another module's, or a newer version's
   */
  public Optional<String> version() {
    return asked(flyway -> {
      flyway.validate();
      return Optional.ofNullable(flyway.info().current()).map(WholeDatabase::version);
    });
  }

  /** Whether this Signpost knows a version of the tables. */
  public boolean knows(String version) {
    MigrationVersion asked = MigrationVersion.fromVersion(version);
    return asked(flyway ->
        Arrays.stream(flyway.info().all())
            .filter(it -> it.getState().isResolved())
            .anyMatch(it -> asked.equals(it.getVersion())));
  }

  /** Whether a version of the tables comes after another. */
  public static boolean isLater(String version, String than) {
    return MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(than)) > 0;
  }

  /** Makes the tables as they were in a version. */
  public void migrate(String version) {
    try {
      Database.migrations(schema, pool, dialect)
          .target(MigrationVersion.fromVersion(version))
          .load()
          .migrate();
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  /** A connection in a transaction of its own, which the caller ends and closes. */
  public Connection transaction() throws SQLException {
    Connection connection = pool.getConnection();
    if (dialect == SqlDialect.POSTGRESQL) {
      try (var statement = connection.createStatement()) {
        statement.execute(IDLE_FOR_LONG);
      }
    }
    connection.setAutoCommit(false);
    return connection;
  }

  /**
   * How many others are connected, whoever they are; of a file nobody knows, and its lock says it.
   * Of strangers PostgreSQL does not tell everybody what they are, and its own have no name.
   */
  public int others() throws SQLException {
    if (dialect == SqlDialect.SQLITE) {
      return 0;
    }
    try (Connection connection = pool.getConnection();
        var question =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND usename IS NOT NULL"
                    + " AND COALESCE(backend_type, 'client backend') = 'client backend'"
                    + " AND COALESCE(application_name, '') <> ?")) {
      question.setString(1, NAME);
      try (ResultSet count = question.executeQuery()) {
        return count.next() ? count.getInt(1) : 0;
      }
    }
  }

  /** What failed, in words for ops. */
  public UnusableDatabase failed(Exception why) {
    return UnusableDatabase.at(schema, jdbc, why);
  }

  private interface Question<T extends @Nullable Object> {
    T to(Flyway flyway);
  }

  private <T extends @Nullable Object> T asked(Question<T> question) {
    try {
      return question.to(
          Database.migrations(schema, pool, dialect).ignoreMigrationPatterns(YET_TO_COME).load());
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private static String version(MigrationInfo info) {
    return Objects.requireNonNull(info.getVersion()).toString();
  }

  /** Where it is, without what must not be seen. */
  @Override
  public String toString() {
    return jdbc.toString();
  }

  @Override
  public void close() {
    pool.close();
  }
}
