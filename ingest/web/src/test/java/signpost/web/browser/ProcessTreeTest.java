package signpost.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {
  private static final Duration PATIENT = Duration.ofMinutes(1);

  /** Does nothing for as long as somebody may write to it. */
  private static Process waiting(String name) throws IOException {
    return new ProcessBuilder("/bin/sh", "-c", "read line", name).start();
  }

  @Test
  void whoeverLeftTheFamilyIsEndedToo() throws IOException {
    String mark = "signpost-mark-" + System.nanoTime();
    Process root = waiting("root");
    Process left = waiting("/tmp/" + mark + "/x");
    Process foreign = waiting("foreign");

    assertThat(new ProcessTree(root.toHandle(), mark).ended(PATIENT)).isTrue();

    root.onExit().join();
    left.onExit().join();
    assertThat(foreign.isAlive()).isTrue();
    foreign.destroyForcibly();
  }

  @Test
  void whatHasEndedAlreadyIsAtItsEnd() throws IOException {
    Process root = waiting("root");
    root.destroyForcibly().onExit().join();

    assertThat(new ProcessTree(root.toHandle(), "signpost-mark-none").ended(PATIENT)).isTrue();
  }
}
