package signpost.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.tools.CannotStartException;

class MachineFolderTest {
  @TempDir Path folder;

  @Test
  void secondHolderIsTurnedAway() {
    try (MachineFolder held = MachineFolder.hold(folder)) {
      assertThat(held.of("ingest")).isEqualTo(folder.resolve("ingest"));

      assertThatThrownBy(() -> MachineFolder.hold(folder))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("Another Signpost is using the folder");
    }
  }

  @Test
  void folderLetGoCanBeHeldAgain() {
    MachineFolder.hold(folder).close();

    MachineFolder.hold(folder).close();
  }
}
