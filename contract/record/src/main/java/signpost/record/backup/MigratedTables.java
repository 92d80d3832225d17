package signpost.record.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import signpost.record.store.ModuleSchema;
import signpost.record.store.WholeDatabase;

/** The tables of a version, as its migrations make them: in a database that is nowhere. */
final class MigratedTables {
  private MigratedTables() {}

  /** Their names, in order. */
  static List<String> of(ModuleSchema schema, String version) throws SQLException {
    try (WholeDatabase made = WholeDatabase.inMemory(schema)) {
      made.migrate(version);
      try (Connection connection = made.transaction()) {
        return TableReader.tables(connection);
      }
    }
  }
}
