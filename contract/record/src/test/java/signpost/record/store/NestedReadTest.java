package signpost.record.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class NestedReadTest {
  @TempDir Path folder;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void readsWithinReadsAreAnsweredThoughEveryReaderIsInOne() {
    CyclicBarrier all = new CyclicBarrier(Database.READERS);
    try (Database database = Databases.sqlite(folder)) {
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, Database.READERS)
              .mapToObj(_ ->
                  CompletableFuture.supplyAsync(
                      () -> twice(database, all), task -> Thread.ofVirtual().start(task)))
              .toList();

      assertThat(answers).extracting(CompletableFuture::join).containsOnly(2);
      assertThat(database.<Integer>read(NestedReadTest::one)).isEqualTo(1);
    }
  }

  private static int twice(Database database, CyclicBarrier all) {
    return database.read(handle -> {
      await(all);
      return one(handle) + database.<Integer>read(NestedReadTest::one);
    });
  }

  private static int one(Handle handle) {
    return handle.select("SELECT 1").mapTo(Integer.class).one();
  }

  private static void await(CyclicBarrier all) {
    try {
      all.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
