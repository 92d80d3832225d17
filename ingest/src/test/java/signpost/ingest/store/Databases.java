package signpost.ingest.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Real databases for tests. */
public final class Databases {
  private Databases() {}

  /** A new SQLite file in the folder. */
  public static Database sqlite(Path folder) {
    return Database.open("jdbc:sqlite:" + folder.resolve("test.db"), "", "");
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
    return Database.open(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
  }
}
