package signpost.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import signpost.broker.FreePort;

/** One PostgreSQL for each test process, started when the first test asks for it. */
public final class PostgresServer {
  private static @Nullable EmbeddedPostgres postgres;
  private static int databases;

  private PostgresServer() {}

  /** Waits much longer than any start takes, on a machine with other things to do. */
  static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setPort(FreePort.find())
        .setPGStartupWait(Duration.ofMinutes(2));
  }

  /** A new and empty database, as {@code signpost.jdbc.url} wants it. */
  public static synchronized String empty() {
    try {
      EmbeddedPostgres server = postgres;
      if (server == null) {
        server = builder().start();
        postgres = server;
      }
      String name = "test" + databases++;
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      }
      return server.getJdbcUrl("postgres", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
