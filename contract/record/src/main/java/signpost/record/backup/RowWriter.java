package signpost.record.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import signpost.events.ShortenedText;
import signpost.record.backup.RowLine.OddText;
import signpost.record.intake.RecordFault;
import signpost.record.store.SqlDialect;

/** Puts rows into a table, many at a time. */
final class RowWriter implements AutoCloseable {
  private static final int AT_ONCE = 500;

  /** Characters of rows that wait: a page's text may be long, and a thousand of them too much. */
  private static final int MOST_WAITING = 4 << 20;

  private static final int MOST_SHOWN = 200;

  private final Connection connection;
  private final SqlDialect dialect;
  private final TableSummary table;
  private final PreparedStatement insert;
  private final List<String> waiting = new ArrayList<>(AT_ONCE);
  private long characters;

  RowWriter(Connection connection, SqlDialect dialect, TableSummary table) throws SQLException {
    this.connection = connection;
    this.dialect = dialect;
    this.table = table;
    this.insert =
        connection.prepareStatement(statement(Collections.nCopies(table.columns().size(), "?")));
  }

  /** PostgreSQL counts by itself unless it is told that the numbers are given. */
  private String statement(List<String> places) {
    return "INSERT INTO %s (%s)%s VALUES (%s)"
        .formatted(
            TableReader.quoted(table.name()),
            TableReader.listed(table.columns()),
            dialect == SqlDialect.POSTGRESQL ? " OVERRIDING SYSTEM VALUE" : "",
            String.join(", ", places));
  }

  /** Puts a row after those before it, now or later. */
  void put(String line) throws SQLException, IOException {
    List<@Nullable Object> values = values(line);
    if (values.stream().anyMatch(OddText.class::isInstance)) {
      odd(line, values);
    } else {
      bind(insert, values);
      insert.addBatch();
      waiting.add(line);
      characters += line.length();
      if (waiting.size() == AT_ONCE || characters >= MOST_WAITING) {
        flush();
      }
    }
  }

  private List<@Nullable Object> values(String line) throws IOException {
    List<@Nullable Object> values = RowLine.values(line);
    if (values.size() != table.columns().size()) {
      throw BackupFile.altered("the table " + table.name());
    }
    return values;
  }

  /** Puts what waits. */
  void flush() throws SQLException, IOException {
    if (waiting.isEmpty()) {
      return;
    }
    Savepoint before = connection.setSavepoint();
    try {
      insert.executeBatch();
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      rollBack(before, e);
      oneByOne();
      throw e; // each by itself can be put, so it was none of theirs
    }
    waiting.clear();
    characters = 0;
  }

  /** A full disk ends the whole transaction, and with it this point to go back to. */
  private void rollBack(Savepoint before, SQLException why) throws SQLException {
    try {
      connection.rollback(before);
    } catch (SQLException e) {
      why.addSuppressed(e);
      throw why;
    }
  }

  /** Finds the row that cannot be put. */
  private void oneByOne() throws SQLException, IOException {
    for (String line : waiting) {
      bind(insert, values(line));
      try {
        insert.executeUpdate();
      } catch (SQLException e) {
        if (RecordFault.of(e).isPresent()) {
          throw refused(line, e);
        }
        throw e;
      }
    }
  }

  private UnusableBackup refused(String line, SQLException why) {
    return new UnusableBackup(
        "The database cannot hold a row of the table %s (%s): %s. Nothing was restored. Restore into the kind of database it came from, and see %s."
            .formatted(
                table.name(),
                String.valueOf(why.getMessage()).lines().findFirst().orElse(""),
                ShortenedText.line(MOST_SHOWN, line),
                "“When things go wrong” in the documentation"),
        why);
  }

  /** What is no UTF-8 can be text to SQLite alone. */
  private void odd(String line, List<@Nullable Object> values) throws SQLException {
    List<String> places =
        values.stream().map(it -> it instanceof OddText ? "CAST(? AS TEXT)" : "?").toList();
    try (PreparedStatement one = connection.prepareStatement(statement(places))) {
      if (dialect != SqlDialect.SQLITE) {
        throw refused(line, new SQLException("a text in it is no UTF-8"));
      }
      bind(one, values);
      one.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, List<@Nullable Object> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      switch (values.get(i)) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case String text -> statement.setString(i + 1, text);
        case Long whole -> statement.setLong(i + 1, whole);
        case Double real -> statement.setDouble(i + 1, real);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        case OddText odd -> statement.setBytes(i + 1, odd.bytes());
        case Object other -> throw new IllegalStateException("no value of a row: " + other);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
