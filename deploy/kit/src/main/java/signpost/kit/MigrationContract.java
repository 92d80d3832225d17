package signpost.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Two processes start at once on an empty PostgreSQL, and their migrations take long.
 *
 * @param <D> a database that migrates while it opens
 */
public abstract class MigrationContract<D> {
  private static final String HOLDS_A_LOCK =
      "pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')";

  /** Opens the database, which migrates it. */
  protected abstract D opened(String url);

  /** The statement that creates a table which the first migration creates too. */
  protected abstract String firstTable();

  /** How many rows that table has. */
  protected abstract int rows(D database);

  protected abstract void close(D database);

  @Test
  protected void whoeverIsSecondWaitsAndEndsNobodysTransaction() throws Exception {
    String url = PostgresServer.empty();
    try (Connection inTheWay = DriverManager.getConnection(url);
        Connection looking = DriverManager.getConnection(url)) {
      inTheWay.setAutoCommit(false);
      try (Statement statement = inTheWay.createStatement()) {
        statement.execute(firstTable()); // the first migration waits for it
      }
      CompletableFuture<D> first = opened(url, "first");
      await().until(() -> any(looking, "first", "wait_event_type = 'Lock'"));
      CompletableFuture<D> second = opened(url, "second");
      await().until(() -> any(looking, "second", "query LIKE '%try_advisory%'"));

      assertThat(any(looking, "first", "state LIKE 'idle in transaction%'")).isFalse();
      inTheWay.rollback();
      D one = first.join();
      D other = second.join();
      try {
        assertThat(rows(one)).isEqualTo(rows(other)).isZero();
        assertThat(any(looking, "first", HOLDS_A_LOCK)).isFalse();
      } finally {
        close(one);
        close(other);
      }
    }
  }

  private CompletableFuture<D> opened(String url, String process) {
    return CompletableFuture.supplyAsync(
        () -> opened(url + "&ApplicationName=" + process),
        work -> Thread.ofPlatform().daemon().start(work));
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
