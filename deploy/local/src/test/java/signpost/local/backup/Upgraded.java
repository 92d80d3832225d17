package signpost.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.TableSummary;

/**
 * What an upgrade must leave of a released version's rows: all of them, in all tables, with what
 * stood in each column. A migration that is meant to change one names it here.
 */
final class Upgraded {
  /** Tables, and columns as {@code table.column}, that are meant to be others since 0.1.0. */
  private static final List<String> CHANGED = List.of();

  private Upgraded() {}

  /** Whether all tables are there with their rows, and unchanged ones with the same. */
  static void check(BackupManifest before, BackupManifest after) {
    Map<String, TableSummary> now = tables(after);
    for (Map.Entry<String, TableSummary> each : tables(before).entrySet()) {
      String name = each.getKey();
      TableSummary old = each.getValue();
      TableSummary found = Objects.requireNonNull(now.get(name), name);
      assertThat(found.rows()).as(name).isEqualTo(old.rows());
      if (found.columns().equals(old.columns()) && !name.endsWith(".known_topic")) {
        assertThat(found.checksum()).as(name).isEqualTo(old.checksum());
      }
    }
  }

  private static Map<String, TableSummary> tables(BackupManifest manifest) {
    Map<String, TableSummary> tables = new TreeMap<>();
    for (DatabaseSummary database : manifest.databases()) {
      for (TableSummary table : database.tables()) {
        if (!CHANGED.contains(table.name())) {
          tables.put(database.module() + "." + table.name(), table);
        }
      }
    }
    assertThat(tables).isNotEmpty();
    return tables;
  }

  /** Whether each column that was there holds what it held. */
  static void check(Path before, Path after) throws SQLException {
    try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + before);
        Connection now = DriverManager.getConnection("jdbc:sqlite:" + after)) {
      List<String> tables = list(old, "SELECT name FROM sqlite_master WHERE type = 'table'");
      tables.removeIf(it -> it.matches("sqlite_.*|flyway_.*") || CHANGED.contains(it));
      assertThat(tables).isNotEmpty();
      for (String table : tables) {
        String rows = rows(old, table);
        assertThat(list(now, rows)).as(table).isEqualTo(list(old, rows));
      }
    }
  }

  /** A question after the columns that a table has, as they stand in it. */
  private static String rows(Connection database, String table) throws SQLException {
    String values =
        list(database, "SELECT name FROM pragma_table_info('" + table + "')").stream()
            .filter(it -> !CHANGED.contains(table + "." + it))
            .map(it -> "quote(\"" + it + "\")")
            .collect(Collectors.joining(" || ',' || "));
    return "SELECT " + values + " FROM \"" + table + "\" ORDER BY 1";
  }

  private static List<String> list(Connection database, String question) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (ResultSet found = database.createStatement().executeQuery(question)) {
      while (found.next()) {
        answers.add(found.getString(1));
      }
    }
    return answers;
  }
}
