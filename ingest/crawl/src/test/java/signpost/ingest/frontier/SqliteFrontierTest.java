package signpost.ingest.frontier;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import signpost.ingest.store.Databases;
import signpost.record.store.Database;

class SqliteFrontierTest extends FrontierContract {
  @TempDir Path folder;

  @Override
  Database database() {
    return Databases.sqlite(folder);
  }
}
