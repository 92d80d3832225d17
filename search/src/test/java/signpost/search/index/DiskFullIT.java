package signpost.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.SmallDisk;

/** A disk that is full under an index that is read; a small one is mounted where we may. */
final class DiskFullIT {
  private static final int ATTEMPTS = 10;

  @TempDir private Path folder;
  private @Nullable SmallDisk disk;

  @BeforeEach
  void mount() {
    disk = SmallDisk.over(folder);
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void readersNoticeNothingAndNobodySpeaksOfDamage() throws Exception {
    try (PageIndex index = PageIndex.open(folder.resolve("index"))) {
      SomePages.put(index, 0, 10);
      index.commit(Map.of("position", "10"));
      Path filler = Objects.requireNonNull(disk).fill();
      AtomicBoolean over = new AtomicBoolean();
      CompletableFuture<Integer> reader =
          CompletableFuture.supplyAsync(() -> readUntil(over, index));
      for (int i = 0; i < ATTEMPTS; i++) {
        assertThatThrownBy(() -> SomePages.put(index, 10, 20))
            .hasStackTraceContaining("No space left");
        assertThatThrownBy(index::checkWritable).hasStackTraceContaining("No space left");
        assertThat(index.damage()).isEmpty();
        index.reopen();
      }
      over.set(true);
      assertThat(reader.get()).isPositive();
      Files.delete(filler);
      SomePages.put(index, 10, 20);
      assertThat(SomePages.seen(index)).isEqualTo(20);
      assertThat(index.mending()).isEmpty();
      assertThat(index.committed()).containsEntry("position", "10");
    }
  }

  @Test
  void indexThatWasNeverCommittedIsBegunAgainOnceThereIsRoom() throws IOException {
    Path filler;
    try (PageIndex index = PageIndex.open(folder.resolve("index"))) {
      filler = Objects.requireNonNull(disk).fill();
      assertThatThrownBy(() -> SomePages.put(index, 0, 10))
          .hasStackTraceContaining("No space left");
      index.reopen();
      assertThat(index.mending()).isEmpty();
    }
    try (PageIndex index = PageIndex.open(folder.resolve("index"))) {
      assertThat(index.mending()).isEmpty();
      Files.delete(filler);
      SomePages.put(index, 0, 10);
      assertThat(SomePages.seen(index)).isEqualTo(10);
    }
  }

  private static int readUntil(AtomicBoolean over, PageIndex index) {
    int answers = 0;
    try {
      while (!over.get()) {
        assertThat(SomePages.seen(index)).isEqualTo(10);
        answers++;
      }
      return answers;
    } catch (IOException e) {
      throw new AssertionError("after " + answers + " answers", e);
    }
  }
}
