package signpost.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.record.store.Database;
import signpost.record.store.ProcessLock;

class TurnTest {
  @Test
  void oneProcessAtATimeHasTheTurnOnPostgres() throws IOException {
    try (EmbeddedPostgres server = Databases.postgres();
        Database one = Databases.in(server);
        Database other = Databases.in(server)) {
      ProcessLock first = one.turn("relay").orElseThrow();
      assertThat(other.turn("relay")).isEmpty();
      assertThat(other.turn("another").map(ProcessLock::held)).contains(true);
      first.close();
      ProcessLock second = other.turn("relay").orElseThrow();
      assertThat(one.turn("relay")).isEmpty();
      second.close();
    }
  }

  @Test
  void aTurnEndsWithItsConnection() throws IOException {
    try (EmbeddedPostgres server = Databases.postgres();
        Database one = Databases.in(server);
        Database other = Databases.in(server)) {
      ProcessLock first = one.turn("relay").orElseThrow();
      other.read(handle ->
          handle
              .createQuery(
                  "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
              .mapTo(Boolean.class)
              .list());
      assertThat(first.held()).isFalse();
      first.close();
      Optional<ProcessLock> taken = other.turn("relay");
      assertThat(taken).isPresent();
      taken.get().close();
    }
  }

  @Test
  void inAFileOfItsOwnItIsAlwaysItsTurn(@TempDir Path folder) {
    try (Database database = Databases.sqlite(folder)) {
      assertThat(database.turn("relay").map(ProcessLock::held)).contains(true);
    }
  }
}
