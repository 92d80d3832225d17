package signpost.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.tools.CannotStartException;

class DemoFolderTest {
  private static final Instant ZERO = Instant.parse("2026-03-02T05:00:00Z");
  private static final Instant END = ZERO.plus(Duration.ofDays(21));

  @TempDir Path folder;

  @Test
  void newFolderBeginsAtDayZero() {
    assertThat(demo().begin(ZERO, END, false)).isEqualTo(ZERO);
  }

  @Test
  void unfinishedDemoCarriesOn() throws IOException {
    demo().begin(ZERO, END, false);
    Path kept = Files.writeString(folder.resolve("ingest.db"), "kept");
    demo().keep(ZERO.plus(Duration.ofDays(3)));

    assertThat(demo().begin(ZERO, END, false)).isEqualTo(ZERO.plus(Duration.ofDays(3)));
    assertThat(kept).exists();
  }

  @Test
  void finishedOrUnwantedDemoIsClearedAway() throws IOException {
    demo().begin(ZERO, END, false);
    Path old = Files.writeString(folder.resolve("ingest.db"), "old");
    demo().keep(END);

    assertThat(demo().begin(ZERO, END, false)).isEqualTo(ZERO);
    assertThat(old).doesNotExist();

    demo().keep(ZERO.plus(Duration.ofDays(3)));
    assertThat(demo().begin(ZERO, END, true)).isEqualTo(ZERO);
  }

  @Test
  void folderThatIsNotADemosIsLeftAlone() throws IOException {
    Path precious = Files.writeString(folder.resolve("thesis.doc"), "");

    assertThatThrownBy(() -> demo().begin(ZERO, END, true))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("not a demo's");
    assertThat(precious).exists();
  }

  private DemoFolder demo() {
    return new DemoFolder(folder.resolve("."));
  }
}
