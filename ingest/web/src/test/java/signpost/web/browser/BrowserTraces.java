package signpost.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What browsers of this process may leave behind. */
final class BrowserTraces {
  /** In the names of their folders and in their command lines. */
  private static final String OURS = "signpost-browser-" + ProcessHandle.current().pid() + "-";

  private BrowserTraces() {}

  /** What was killed may take a while to be gone, on a machine that has much else to do. */
  static void assertNone() throws IOException {
    await()
        .untilAsserted(() ->
            assertThat(ProcessHandle.allProcesses())
                .noneMatch(it -> it.info().commandLine().orElse("").contains(OURS)));
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files.filter(it -> it.getFileName().toString().startsWith(OURS))).isEmpty();
    }
  }
}
