package signpost.record.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import signpost.record.store.ModuleSchema;
import signpost.record.store.WholeDatabase;

/**
 * Puts tables back into an empty database, in one transaction: until {@link #commit} nobody sees a
 * row, and without it there is none.
 */
public final class DatabaseLoad implements AutoCloseable {
  private final WholeDatabase database;
  private final Connection connection;
  private final List<String> tables;
  private final FreshTables fresh;
  private boolean committed;

  private DatabaseLoad(
      WholeDatabase database, Connection connection, List<String> tables, FreshTables fresh) {
    this.database = database;
    this.connection = connection;
    this.tables = tables;
    this.fresh = fresh;
  }

  /**
   * Makes the tables as they were in that version. The database is closed with this; where no rows
   * came, it has the tables that it had before.
   *
   * @throws UnusableBackup where the version is newer than ours, or the database has rows or a
   *     later version's tables
   */
  public static DatabaseLoad begin(WholeDatabase database, String version) {
    try {
      refuseNewer(database, version);
      refuseFilled(database);
      refuseLater(database, version);
      return made(database, version);
    } catch (SQLException e) {
      database.close();
      throw database.failed(e);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Asks for one that nobody uses and that has no rows.
   *
   * @throws UnusableBackup where it is none
   */
  public static void refuseFilled(WholeDatabase database) {
    try {
      refuseUsed(database);
      refuseFull(database);
    } catch (SQLException e) {
      throw database.failed(e);
    }
  }

  private static DatabaseLoad made(WholeDatabase database, String version) throws SQLException {
    List<String> tables = MigratedTables.of(database.schema(), version);
    FreshTables fresh = FreshTables.of(database);
    try {
      database.migrate(version);
    } catch (RuntimeException e) {
      fresh.remove();
      throw e;
    }
    DatabaseLoad load = new DatabaseLoad(database, database.transaction(), tables, fresh);
    try {
      load.lock();
      return load;
    } catch (SQLException | RuntimeException e) {
      load.close();
      throw e;
    }
  }

  private static void refuseNewer(WholeDatabase database, String version) {
    if (!database.knows(version)) {
      throw new UnusableBackup(
          "The backup holds the tables of the %s in version %s, which this Signpost does not know. Restore it with the version that made it, or a newer one."
              .formatted(database.schema().module(), version));
    }
  }

  private static void refuseUsed(WholeDatabase database) throws SQLException {
    int others = database.others();
    if (others > 0) {
      throw new UnusableBackup(
          "%s is in use (%d connections). Stop the %s first."
              .formatted(database, others, database.schema().module()));
    }
  }

  /**
   * Rows do not go into a later version's tables, though they be empty; earlier ones come to it.
   */
  private static void refuseLater(WholeDatabase database, String version) {
    Optional<String> there = database.version().filter(it -> WholeDatabase.isLater(it, version));
    if (there.isPresent()) {
      throw new UnusableBackup(
          "The database %s has the tables of version %s, and the backup those of version %s. Restore into an empty one."
              .formatted(database, there.get(), version));
    }
  }

  private static void refuseFull(WholeDatabase database) throws SQLException {
    try (Connection connection = database.transaction()) {
      refuseFull(database, connection);
    }
  }

  private static void refuseFull(WholeDatabase database, Connection connection)
      throws SQLException {
    for (String table : TableReader.tables(connection)) {
      if (!TableReader.isEmpty(connection, table)) {
        throw new UnusableBackup(
            "The database %s has something in it already (%s). Restore into an empty one, with nothing running on it."
                .formatted(database, table));
      }
    }
  }

  /** A module that starts now waits for us; one that has started is seen by what it wrote. */
  private void lock() throws SQLException {
    Optional<String> oneWriter = database.dialect().oneWriter(schema());
    if (oneWriter.isPresent()) {
      try (var statement = connection.createStatement()) {
        statement.execute(oneWriter.get());
      }
    }
    refuseFull(database, connection);
  }

  public ModuleSchema schema() {
    return database.schema();
  }

  /**
   * Puts a table's rows back.
   *
   * @throws UnusableBackup where they are not what the backup says of them, or this database cannot
   *     hold one
   */
  void fill(TableSummary table, BufferedReader rows) throws IOException {
    RowChecksum read = new RowChecksum();
    try (RowWriter writer = new RowWriter(connection, database.dialect(), table)) {
      for (String line = rows.readLine(); line != null; line = rows.readLine()) {
        StoppedCopy.refuse();
        read.add(line.getBytes(StandardCharsets.UTF_8));
        writer.put(line);
      }
      writer.flush();
      new RowNumbers(connection, database.dialect()).goOn(table.name(), table.lastNumber());
    } catch (SQLException e) {
      throw database.failed(e);
    }
    if (!table.holds(read)) {
      throw BackupFile.altered(schema().module() + "’s table " + table.name());
    }
  }

  /**
   * Says whether a backup has the tables that its version makes, no more and no less.
   *
   * @throws UnusableBackup where it has others
   */
  void require(List<TableSummary> backedUp) {
    List<String> names = backedUp.stream().map(TableSummary::name).sorted().toList();
    if (!names.equals(tables)) {
      throw new UnusableBackup(
          "The backup holds other tables of the %s (%s) than its version makes (%s). Nothing was restored. Take another backup."
              .formatted(schema().module(), String.join(", ", names), String.join(", ", tables)));
    }
  }

  /**
   * Reads all tables again and compares them with the backup.
   *
   * @throws UnusableBackup where a table has other rows
   */
  void compare(List<TableSummary> backedUp) throws IOException {
    try {
      for (TableSummary table : backedUp) {
        RowChecksum found =
            TableReader.read(connection, table.name(), table.columns(), _ -> StoppedCopy.refuse());
        if (!table.holds(found)) {
          throw new UnusableBackup(
              "%s’s table %s has %,d rows now that are not the backup’s %,d: nothing was restored."
                  .formatted(schema().module(), table.name(), found.rows(), table.rows()));
        }
      }
    } catch (SQLException e) {
      throw database.failed(e);
    }
  }

  /**
   * Says that the topics are not those that were sent to and read: what is kept is sent again, and
   * all that they hold is read again. Topics that outlived the database know of things that it does
   * not, and new ones know nothing.
   */
  public void forgetTopics() {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE known_topic SET id = 'restored'");
    } catch (SQLException e) {
      throw database.failed(e);
    }
  }

  /**
   * Asks once more whether anybody else is connected: who came meanwhile found no rows.
   *
   * @throws UnusableBackup where somebody is
   */
  public void refuseUsed() {
    try {
      refuseUsed(database);
    } catch (SQLException e) {
      throw database.failed(e);
    }
  }

  /** From now on the rows are there. */
  public void commit() {
    try {
      connection.commit();
      committed = true;
    } catch (SQLException e) {
      throw database.failed(e);
    }
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException _) {
      // the database ends the transaction by itself
    }
    if (!committed) {
      fresh.remove();
    }
    database.close();
  }
}
