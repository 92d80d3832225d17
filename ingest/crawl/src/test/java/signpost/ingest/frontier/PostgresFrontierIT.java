package signpost.ingest.frontier;

import signpost.ingest.store.Databases;
import signpost.kit.PostgresServer;
import signpost.record.store.Database;

class PostgresFrontierIT extends FrontierContract {
  private static final String URL = PostgresServer.empty();

  @Override
  Database database() {
    Database database = Databases.postgres(URL);
    database.write(handle -> handle.execute("TRUNCATE host, target, referrer, outbox"));
    return database;
  }
}
