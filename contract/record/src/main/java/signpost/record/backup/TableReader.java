package signpost.record.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the tables of a database whole, whatever they are called. */
final class TableReader {
  /** Flyway's own, of which {@code migrate} makes the same again. */
  private static final String HISTORY = "flyway_schema_history";

  /** PostgreSQL gives so many rows at a time; without a number it gives all, into memory. */
  private static final int ROWS_AT_ONCE = 500;

  private TableReader() {}

  /** What each row is given to. */
  interface LineSink {
    void take(byte[] line) throws IOException;
  }

  /** The names of all tables but Flyway's and the database's own, in order. */
  static List<String> tables(Connection connection) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        about.getTables(
            connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }
    return tables.stream()
        .filter(it -> !it.equals(HISTORY) && !it.startsWith("sqlite_"))
        .sorted()
        .toList();
  }

  /** The names of a table's columns. */
  static List<String> columns(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM " + quoted(table) + " LIMIT 0")) {
      ResultSetMetaData about = none.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        columns.add(about.getColumnName(i));
      }
      return columns;
    }
  }

  /** Gives every row to the sink, and counts them. */
  static RowChecksum read(Connection connection, String table, List<String> columns, LineSink sink)
      throws SQLException, IOException {
    RowChecksum checksum = new RowChecksum();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows =
          statement.executeQuery("SELECT " + listed(columns) + " FROM " + quoted(table))) {
        while (rows.next()) {
          byte[] line = RowLine.of(rows, columns.size());
          checksum.add(line);
          sink.take(line);
        }
      }
    }
    return checksum;
  }

  static boolean isEmpty(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1 FROM " + quoted(table) + " LIMIT 1")) {
      return !rows.next();
    }
  }

  static String listed(List<String> columns) {
    return columns.stream().map(TableReader::quoted).collect(Collectors.joining(", "));
  }

  /** A name from a database or a file, as a name in SQL and nothing else. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
