package signpost.ingest.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** A new PostgreSQL server. */
  public static EmbeddedPostgres postgres() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The database of that server. */
  public static Database in(EmbeddedPostgres server) {
    return Database.open(
        IngestRecord.SCHEMA, server.getJdbcUrl("postgres", "postgres"), "postgres", "");
  }
}
