package signpost.record.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command and a service may have the same SQLite file open. */
final class TwoProcessesTest {
  private static final int EACH = 40;

  @TempDir private Path folder = Path.of("");

  @Test
  void transactionThatReadsFirstWaitsForTheOtherProcessAndIsNotRefused() {
    try (Database one = Databases.sqlite(folder);
        Database other = Databases.sqlite(folder)) {
      one.write(handle -> handle.execute("CREATE TABLE counter (n INTEGER NOT NULL)"));
      one.write(handle -> handle.execute("INSERT INTO counter VALUES (0)"));

      List<CompletableFuture<Void>> both =
          Stream.of(one, other).map(it -> CompletableFuture.runAsync(() -> countOn(it))).toList();

      both.forEach(CompletableFuture::join);
      assertThat(one.<Integer>read(TwoProcessesTest::counted)).isEqualTo(2 * EACH);
    }
  }

  private static void countOn(Database database) {
    for (int i = 0; i < EACH; i++) {
      database.write(handle -> handle.execute("UPDATE counter SET n = ?", counted(handle) + 1));
    }
  }

  private static int counted(Handle handle) {
    return handle.select("SELECT n FROM counter").mapTo(Integer.class).one();
  }

  @Test
  void fileIsForItsOwnerAlone() throws IOException {
    try (Database _ = Databases.sqlite(folder)) {
      assertThat(Files.getPosixFilePermissions(folder.resolve("test.db")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }
}
