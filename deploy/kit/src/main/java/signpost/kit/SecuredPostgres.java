package signpost.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL that speaks TLS, and lets in over the network only who gives a password. */
public final class SecuredPostgres implements AutoCloseable {
  private final EmbeddedPostgres server;

  /**
   * Starts it.
   *
   * @param certificate of the server, a PEM file
   * @param key of that certificate
   * @param clients the authority of clients that show one where {@code pg_hba.conf} asks for it
   */
  public SecuredPostgres(Path certificate, Path key, Path clients) {
    try {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      this.server =
          PostgresServer.builder()
              .setServerConfig("ssl", "on")
              .setServerConfig("ssl_cert_file", certificate.toString())
              .setServerConfig("ssl_key_file", key.toString())
              .setServerConfig("ssl_ca_file", clients.toString())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its port, at each name of this machine. */
  public int port() {
    return server.getPort();
  }

  /** Does something as the one who may do all. */
  public void execute(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replaces who is let in, and how: lines of {@code pg_hba.conf}. */
  public void letIn(String... lines) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      var file = statement.executeQuery("SHOW hba_file");
      file.next();
      Files.writeString(Path.of(file.getString(1)), String.join("\n", lines) + "\n");
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
