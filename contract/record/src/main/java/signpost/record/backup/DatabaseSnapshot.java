package signpost.record.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.record.store.ModuleSchema;
import signpost.record.store.SqlDialect;
import signpost.record.store.WholeDatabase;

/**
 * A module's tables as they were when this was opened, while others go on writing: a transaction
 * that reads. Not for several threads.
 */
public final class DatabaseSnapshot implements AutoCloseable {
  private final WholeDatabase database;
  private final Connection connection;
  private final String version;
  private @Nullable List<String> tables;

  private DatabaseSnapshot(WholeDatabase database, Connection connection, String version) {
    this.database = database;
    this.connection = connection;
    this.version = version;
  }

  /**
   * Takes it. The database is closed with it.
   *
   * @throws UnusableBackup where there are no tables
   * @throws signpost.record.store.UnusableDatabase where it cannot be read, or is not the module's
   */
  public static DatabaseSnapshot of(WholeDatabase database) {
    try {
      String version = database.version().orElseThrow(() -> empty(database));
      Connection connection = database.transaction();
      begin(connection, database.dialect());
      return new DatabaseSnapshot(database, connection, version);
    } catch (SQLException e) {
      database.close();
      throw database.failed(e);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static UnusableBackup empty(WholeDatabase database) {
    return new UnusableBackup(
        "The database %s of the %s is empty: there is nothing to back up. See --data and --part."
            .formatted(database, database.schema().module()));
  }

  /** The moment is that of the first question. */
  private static void begin(Connection connection, SqlDialect dialect) throws SQLException {
    try (var statement = connection.createStatement()) {
      switch (dialect) {
        case SQLITE -> statement.executeQuery("SELECT COUNT(*) FROM sqlite_master").close();
        case POSTGRESQL -> {
          statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
          statement.executeQuery("SELECT COUNT(*) FROM pg_class").close();
        }
      }
    }
  }

  public ModuleSchema schema() {
    return database.schema();
  }

  /** The version of the tables. */
  public String version() {
    return version;
  }

  /** Asked for once the moment is taken, so that other databases' moments follow at once. */
  List<String> tables() {
    try {
      List<String> ours = tables == null ? MigratedTables.of(schema(), version) : tables;
      tables = ours;
      return ours;
    } catch (SQLException e) {
      throw database.failed(e);
    }
  }

  /** Tables that somebody else made there; they are not ours to back up, nor to make again. */
  public List<String> others() {
    try {
      List<String> ours = tables();
      return TableReader.tables(connection).stream().filter(it -> !ours.contains(it)).toList();
    } catch (SQLException e) {
      throw database.failed(e);
    }
  }

  /** The one value that a query finds there; nothing where it finds no row. */
  public Optional<String> value(String query) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw database.failed(e);
    }
  }

  /** Writes the rows of a table, a line each. */
  TableSummary write(String table, OutputStream out) throws IOException {
    try {
      List<String> columns = TableReader.columns(connection, table);
      RowChecksum read =
          TableReader.read(
              connection,
              table,
              columns,
              line -> {
                StoppedCopy.refuse();
                out.write(line);
                out.write('\n');
              });
      long last = new RowNumbers(connection, database.dialect()).last(table, columns);
      return new TableSummary(table, columns, read.rows(), read.hex(), last);
    } catch (SQLException e) {
      throw database.failed(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException _) {
      // it has changed nothing
    }
    database.close();
  }
}
