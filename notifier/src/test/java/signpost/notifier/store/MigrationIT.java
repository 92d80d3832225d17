package signpost.notifier.store;

import signpost.kit.MigrationContract;
import signpost.notifier.NotifierRecord;
import signpost.record.store.Database;

/** Two of this service that start at once on an empty PostgreSQL. */
class MigrationIT extends MigrationContract<Database> {
  @Override
  protected Database opened(String url) {
    return Database.open(NotifierRecord.SCHEMA, url, "postgres", "");
  }

  @Override
  protected String firstTable() {
    return "CREATE TABLE guide (id TEXT)";
  }

  @Override
  protected int rows(Database database) {
    return database.read(
        handle -> handle.select("SELECT COUNT(*) FROM guide").mapTo(Integer.class).one());
  }

  @Override
  protected void close(Database database) {
    database.close();
  }
}
