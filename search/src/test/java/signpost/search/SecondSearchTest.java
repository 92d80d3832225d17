package signpost.search;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.record.UnusableFolderException;

final class SecondSearchTest {
  @Test
  void oneFolderIsForOneSearchAndTheOtherIsToldSo(@TempDir Path folder) {
    try (RunningSearch _ = RunningSearch.withoutBroker(folder)) {
      assertThatThrownBy(() -> RunningSearch.withoutBroker(folder))
          .rootCause()
          .isInstanceOf(UnusableFolderException.class)
          .hasMessageContaining("Another search is using the folder")
          .hasMessageContaining("choose another folder with --data");
    }
    RunningSearch.withoutBroker(folder).close();
  }
}
