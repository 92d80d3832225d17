package signpost.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full under an index that is read; a small one is mounted where we may. */
final class DiskFullIT {
  private static final int ATTEMPTS = 10;

  @TempDir private Path folder;
  private boolean mounted;

  @BeforeEach
  void mount() throws IOException {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder.toString());
    assumeTrue(mounted, "only root may mount a small disk");
  }

  @AfterEach
  void unmount() {
    if (mounted) {
      run("umount", "-l", folder.toString());
    }
  }

  @Test
  void readersNoticeNothingAndNobodySpeaksOfDamage() throws Exception {
    try (PageIndex index = PageIndex.open(folder.resolve("index"))) {
      SomePages.put(index, 0, 10);
      index.commit(Map.of("position", "10"));
      Path filler = folder.resolve("filler");
      fill(filler);
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
    Path filler = folder.resolve("filler");
    try (PageIndex index = PageIndex.open(folder.resolve("index"))) {
      fill(filler);
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

  private static void fill(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] some = new byte[4096];
      while (true) {
        out.write(some);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
