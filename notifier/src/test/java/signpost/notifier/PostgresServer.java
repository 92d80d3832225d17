package signpost.notifier;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL for all tests of a run; it ends with the process. */
final class PostgresServer {
  private static @Nullable EmbeddedPostgres postgres;

  private PostgresServer() {}

  /** The settings of an empty database. */
  static synchronized Map<String, Object> empty() {
    try {
      if (postgres == null) {
        postgres = EmbeddedPostgres.start();
      }
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("DROP SCHEMA public CASCADE");
        statement.execute("CREATE SCHEMA public");
      }
      return Map.of("signpost.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
