package signpost.sample.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import signpost.local.Module;

/** From a guide to its owner's mails, ingest and notifier each on a PostgreSQL database. */
class PostgresGuideToMailIT extends GuideToMailContract {
  private static @Nullable EmbeddedPostgres postgres;

  @BeforeAll
  static void startServer() throws IOException, SQLException {
    postgres = EmbeddedPostgres.start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE ingest");
      statement.execute("CREATE DATABASE notifier");
    }
  }

  @AfterAll
  static void stopServer() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  Map<String, Object> database(Module module) {
    EmbeddedPostgres server = Objects.requireNonNull(postgres);
    return switch (module) {
      case INGEST -> Map.of("signpost.jdbc.url", server.getJdbcUrl("postgres", "ingest"));
      case NOTIFIER -> Map.of("signpost.jdbc.url", server.getJdbcUrl("postgres", "notifier"));
      case SEARCH -> Map.of();
    };
  }
}
