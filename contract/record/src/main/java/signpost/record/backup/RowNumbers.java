package signpost.record.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import signpost.record.store.SqlDialect;

/** The numbers that a database gives to rows: none is given twice, in no other database either. */
final class RowNumbers {
  /** The only columns with numbers of their own are called so. */
  private static final String COLUMN = "id";

  private final Connection connection;
  private final SqlDialect dialect;

  RowNumbers(Connection connection, SqlDialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** The last number given in a table; 0 for none. */
  long last(String table, List<String> columns) throws SQLException {
    if (!columns.contains(COLUMN)) {
      return 0;
    }
    return switch (dialect) {
      case SQLITE -> number("SELECT seq FROM sqlite_sequence WHERE name = ?", table);
      case POSTGRESQL -> {
        String sequence = sequence(table); // quoted by the database where need be
        yield sequence.isEmpty()
            ? 0
            : number(
                "SELECT last_value FROM " + sequence + " WHERE is_called AND ? <> ''", sequence);
      }
    };
  }

  /** Goes on counting behind a number. */
  void goOn(String table, long last) throws SQLException {
    if (last == 0) {
      return;
    }
    switch (dialect) {
      case SQLITE -> {
        if (changed("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", last, table) == 0) {
          changed("INSERT INTO sqlite_sequence (seq, name) VALUES (?, ?)", last, table);
        }
      }
      case POSTGRESQL -> number("SELECT setval(to_regclass(?), " + last + ")", sequence(table));
    }
  }

  private String sequence(String table) throws SQLException {
    try (PreparedStatement asked =
        connection.prepareStatement("SELECT pg_get_serial_sequence(?, ?)")) {
      asked.setString(1, TableReader.quoted(table));
      asked.setString(2, COLUMN);
      try (ResultSet found = asked.executeQuery()) {
        String name = found.next() ? found.getString(1) : null;
        return name == null ? "" : name;
      }
    }
  }

  private long number(String question, String of) throws SQLException {
    try (PreparedStatement asked = connection.prepareStatement(question)) {
      asked.setString(1, of);
      try (ResultSet found = asked.executeQuery()) {
        return found.next() ? found.getLong(1) : 0;
      }
    }
  }

  private int changed(String statement, long number, String table) throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(statement)) {
      change.setLong(1, number);
      change.setString(2, table);
      return change.executeUpdate();
    }
  }
}
