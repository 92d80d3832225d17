package signpost.record.store;

import java.nio.file.Path;

/** Real databases for tests, with the tables that every one with an outbox has. */
public final class Databases {
  static final ModuleSchema SCHEMA = new ModuleSchema("record", "nothing is lost", true);

  private Databases() {}

  /** A new SQLite file in the folder. */
  public static Database sqlite(Path folder) {
    return Database.open(SCHEMA, "jdbc:sqlite:" + folder.resolve("test.db"), "", "");
  }

  /** One on PostgreSQL; see {@link signpost.kit.PostgresServer#empty}. */
  public static Database postgres(String url) {
    return Database.open(SCHEMA, url, "", "");
  }
}
