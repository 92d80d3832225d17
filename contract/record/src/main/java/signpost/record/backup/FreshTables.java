package signpost.record.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import signpost.record.store.SqlDialect;
import signpost.record.store.WholeDatabase;

/**
 * What the migrations make on a PostgreSQL that had no tables of ours. Where no rows come to them
 * they are taken away again, or the next restore would find another version's tables. An SQLite
 * file goes with its folder.
 */
final class FreshTables {
  /** Each as it is called after DROP, tables before what they use. */
  private static final String ALL =
      """
      SELECT 'TABLE', format('%I', tablename) FROM pg_tables WHERE schemaname = current_schema()
      UNION ALL
      SELECT 'FUNCTION', oid::regprocedure::text FROM pg_proc
      WHERE pronamespace = to_regnamespace(quote_ident(current_schema())) ORDER BY 1 DESC, 2
      """;

  private final WholeDatabase database;
  private final boolean none;
  private final Set<MadeThing> before;

  private record MadeThing(String kind, String name) {}

  private FreshTables(WholeDatabase database, boolean none, Set<MadeThing> before) {
    this.database = database;
    this.none = none;
    this.before = before;
  }

  /** Of a database before it is migrated. */
  static FreshTables of(WholeDatabase database) throws SQLException {
    boolean none = database.dialect() == SqlDialect.POSTGRESQL && database.version().isEmpty();
    if (!none) {
      return new FreshTables(database, false, Set.of());
    }
    try (Connection connection = database.transaction()) {
      return new FreshTables(database, true, Set.copyOf(all(connection)));
    }
  }

  private static List<MadeThing> all(Connection connection) throws SQLException {
    List<MadeThing> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(ALL)) {
      while (found.next()) {
        all.add(new MadeThing(found.getString(1), found.getString(2)));
      }
    }
    return all;
  }

  /** Takes away what was made since, unless somebody uses it or has put something in. */
  void remove() {
    if (!none) {
      return;
    }
    StoppedCopy.takeBack();
    try {
      if (database.others() == 0) {
        drop();
      }
    } catch (SQLException _) {
      // they are empty, and a restore of this version or a later one fills them
    }
  }

  private void drop() throws SQLException {
    try (Connection connection = database.transaction();
        Statement statement = connection.createStatement()) {
      List<MadeThing> made = all(connection);
      made.removeAll(before);
      for (MadeThing each : made) {
        if (each.kind().equals("TABLE")) {
          statement.execute("LOCK TABLE " + each.name() + " IN ACCESS EXCLUSIVE MODE");
        }
      }
      if (isEmpty(connection)) {
        for (MadeThing each : made) {
          statement.execute("DROP " + each.kind() + " " + each.name() + " CASCADE");
        }
        connection.commit();
      }
    }
  }

  /** Whether no table has a row; those of others had none when this began. */
  private static boolean isEmpty(Connection connection) throws SQLException {
    for (String table : TableReader.tables(connection)) {
      if (!TableReader.isEmpty(connection, table)) {
        return false;
      }
    }
    return true;
  }
}
