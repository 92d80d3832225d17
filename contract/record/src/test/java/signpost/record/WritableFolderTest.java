package signpost.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a data folder before anything is opened in it. */
final class WritableFolderTest {
  @TempDir Path folder;

  @Test
  void folderIsMadeAndLeftAsItWas() throws IOException {
    Path made = WritableFolder.at(folder.resolve("a/b"));
    try (var files = Files.list(made)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void folderThatCannotBeMadeIsOneSentenceWithARemedy() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> WritableFolder.at(file.resolve("data")))
        .isInstanceOf(UnusableFolderException.class)
        .hasMessageStartingWith("The folder " + file.resolve("data") + " cannot be written (")
        .hasMessageEndingWith("Make it writable, or choose another with --data.")
        .hasMessageNotContaining("\n");
  }
}
