package signpost.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer that a failure has closed is opened again from the last commit. */
final class ReopeningTest {
  @TempDir private Path folder;

  private Path home() {
    return folder.resolve("index");
  }

  private static List<String> names(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  private static void close(PageIndex index, Path generation) throws IOException {
    SomePages.stumble(generation);
    assertThatThrownBy(() -> SomePages.put(index, 50, 60))
        .hasStackTraceContaining("FileAlreadyExists");
    assertThatThrownBy(index::checkWritable).isInstanceOf(AlreadyClosedException.class);
  }

  @Test
  void readersAreAnsweredUntilItIsOpenAgain() throws IOException {
    Path generation = home().resolve("g1");
    try (PageIndex index = PageIndex.open(home())) {
      SomePages.put(index, 0, 10);
      index.commit(Map.of("position", "10"));
      close(index, generation);
      Path mark = generation.resolve("at-work");
      Files.delete(mark);
      Files.createDirectory(mark);
      assertThatThrownBy(index::reopen).isInstanceOf(IOException.class);
      assertThat(SomePages.seen(index)).isEqualTo(10);
      Files.delete(mark);
      index.reopen();
      assertThat(SomePages.seen(index)).isEqualTo(10);
      assertThat(index.committed()).containsEntry("position", "10");
      assertThatCode(index::checkWritable).doesNotThrowAnyException();
      SomePages.put(index, 10, 12);
      assertThat(SomePages.seen(index)).isEqualTo(12);
    }
  }

  @Test
  void manyPagesThatCouldNotBeWrittenAreWrittenOnceItIsOpenAgain() throws IOException {
    try (PageIndex index = PageIndex.open(home())) {
      SomePages.put(index, 0, 10);
      index.commit(Map.of());
      SomePages.stumble(home().resolve("g1"));
      assertThatThrownBy(() -> SomePages.put(index, 10, 210))
          .hasStackTraceContaining("FileAlreadyExists");
      assertThatThrownBy(index::checkWritable).isInstanceOf(AlreadyClosedException.class);
      index.reopen();
      assertThat(SomePages.seen(index)).isEqualTo(10);
      SomePages.put(index, 10, 210);
      assertThat(SomePages.seen(index)).isEqualTo(210);
    }
  }

  @Test
  void processKilledBeforeTheFirstCommitBeginsAgainAndNothingWasDamaged() throws IOException {
    Path copied = folder.resolve("killed");
    Path killed = Files.createDirectories(copied.resolve("g1"));
    try (PageIndex index = PageIndex.open(home())) {
      SomePages.put(index, 0, 10);
      try (Stream<Path> files = Files.list(home().resolve("g1"))) {
        for (Path file : files.toList()) {
          Files.copy(file, killed.resolve(file.getFileName()));
        }
      }
    }
    assertThat(names(killed)).contains("at-work").anyMatch(name -> name.startsWith("_"));
    try (PageIndex index = PageIndex.open(copied)) {
      assertThat(index.mending()).isEmpty();
      assertThat(index.incomplete()).isFalse();
      assertThat(index.committed()).isEmpty();
      SomePages.put(index, 0, 3);
      assertThat(SomePages.seen(index)).isEqualTo(3);
      assertThat(names(copied)).containsExactly("g1");
    }
  }

  @Test
  void failureBeforeTheFirstCommitIsNoDamage() throws IOException {
    try (PageIndex index = PageIndex.open(home())) {
      SomePages.put(index, 0, 10);
      close(index, home().resolve("g1"));
      index.reopen();
      assertThat(index.mending()).isEmpty();
      assertThat(index.incomplete()).isFalse();
      SomePages.put(index, 0, 3);
      assertThat(SomePages.seen(index)).isEqualTo(3);
      assertThat(names(home())).containsExactly("g1");
    }
  }

  @Test
  void rebuildKilledBeforeItsFirstCommitGoesOnAndTheOldOneAnswers() throws IOException {
    Path killed = Files.createDirectories(home().resolve("g2"));
    try (PageIndex index = PageIndex.open(folder.resolve("other"))) {
      SomePages.put(index, 0, 10);
      index.commit(Map.of("position", "10"));
    }
    Files.move(folder.resolve("other/g1"), home().resolve("g1"));
    Files.createFile(killed.resolve("at-work"));
    try (PageIndex index = PageIndex.open(home())) {
      assertThat(index.mending()).isEmpty();
      assertThat(index.rebuilding()).isTrue();
      assertThat(SomePages.seen(index)).isEqualTo(10);
      assertThat(names(home())).containsExactly("g1", "g2");
    }
  }
}
