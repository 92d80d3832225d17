package signpost.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import signpost.broker.FreePort;

/** A PostgreSQL that a test stops and starts again with what it holds. */
public final class RestartedPostgres implements AutoCloseable {
  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  public RestartedPostgres(Path data) {
    this.data = data;
    this.port = FreePort.find();
    this.server = started();
  }

  /** As {@code signpost.jdbc.url} wants it. */
  public String url() {
    return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
  }

  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void start() {
    server = started();
  }

  private EmbeddedPostgres started() {
    try {
      return PostgresServer.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setPort(port)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
