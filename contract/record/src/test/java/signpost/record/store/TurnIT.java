package signpost.record.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.PostgresServer;

class TurnIT {
  @Test
  void oneProcessAtATimeHasTheTurnOnPostgres() {
    String url = PostgresServer.empty();
    try (Database one = Databases.postgres(url);
        Database other = Databases.postgres(url)) {
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
  void aTurnEndsWithItsConnection() {
    String url = PostgresServer.empty();
    try (Database one = Databases.postgres(url);
        Database other = Databases.postgres(url)) {
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
