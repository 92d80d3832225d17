package signpost.ingest.store;

import java.nio.file.Path;
import signpost.ingest.IngestRecord;
import signpost.record.store.Database;

/** Real databases for tests. */
public final class Databases {
  private Databases() {}

  /** A new SQLite file in the folder. */
  public static Database sqlite(Path folder) {
    return Database.open(IngestRecord.SCHEMA, "jdbc:sqlite:" + folder.resolve("test.db"), "", "");
  }

  /** One on PostgreSQL; see {@link signpost.kit.PostgresServer#empty}. */
  public static Database postgres(String url) {
    return Database.open(IngestRecord.SCHEMA, url, "", "");
  }
}
