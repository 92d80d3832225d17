package signpost.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import signpost.ingest.IngestRecord;
import signpost.record.store.Database;

/** Two processes that start at once on an empty PostgreSQL, whose migrations take long. */
class MigrationIT {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void whoeverIsSecondWaitsAndEndsNobodysTransaction() throws Exception {
    try (EmbeddedPostgres server = Databases.postgres();
        Connection inTheWay = server.getPostgresDatabase().getConnection();
        Connection looking = server.getPostgresDatabase().getConnection()) {
      inTheWay.setAutoCommit(false);
      try (Statement statement = inTheWay.createStatement()) {
        statement.execute("CREATE TABLE host (origin TEXT)"); // the first migration waits for it
      }
      CompletableFuture<Database> first = opened(server, "first");
      await().atMost(LONG).until(() -> any(looking, "first", "wait_event_type = 'Lock'"));
      CompletableFuture<Database> second = opened(server, "second");
      await().atMost(LONG).until(() -> any(looking, "second", "query LIKE '%try_advisory%'"));

      assertThat(any(looking, "first", "state LIKE 'idle in transaction%'")).isFalse();
      inTheWay.rollback();
      try (Database one = first.join();
          Database other = second.join()) {
        assertThat(hosts(one)).isEqualTo(hosts(other)).isZero();
        assertThat(
                any(
                    looking,
                    "first",
                    "pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')"))
            .isFalse();
      }
    }
  }

  private static CompletableFuture<Database> opened(EmbeddedPostgres server, String name) {
    String url = server.getJdbcUrl("postgres", "postgres") + "&ApplicationName=" + name;
    return CompletableFuture.supplyAsync(
        () -> Database.open(IngestRecord.SCHEMA, url, "postgres", ""),
        work -> Thread.ofPlatform().daemon().start(work));
  }

  private static int hosts(Database database) {
    return database.read(
        handle -> handle.select("SELECT COUNT(*) FROM host").mapTo(Integer.class).one());
  }

  /** Whether a session of that process is in that state. */
  private static boolean any(Connection looking, String process, String state) throws SQLException {
    String sql =
        "SELECT 1 FROM pg_stat_activity WHERE application_name = '%s' AND %s"
            .formatted(process, state);
    try (Statement statement = looking.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      return found.next();
    }
  }
}
