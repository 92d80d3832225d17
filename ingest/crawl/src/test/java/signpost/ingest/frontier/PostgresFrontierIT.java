package signpost.ingest.frontier;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import signpost.ingest.store.Databases;
import signpost.record.store.Database;

class PostgresFrontierIT extends FrontierContract {
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() {
    server = Databases.postgres();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Override
  Database database() {
    Database database = Databases.in(server);
    database.write(handle -> handle.execute("TRUNCATE host, target, referrer, outbox"));
    return database;
  }
}
