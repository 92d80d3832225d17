package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import signpost.record.FailingLoop;
import signpost.record.Supervisor;

/** A disk that is full under a notifier that goes on; a small one is mounted where we may. */
class DiskFullIT extends OnRealParts {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private boolean mounted;

  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Override
  @BeforeEach
  void start(TestInfo test) throws IOException {
    Path disk = Files.createDirectories(folder.resolve("notifier"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString());
    assumeTrue(mounted, "only root may mount a small disk");
    super.start(test);
  }

  @Override
  @AfterEach
  void stop() {
    if (mounted) {
      super.stop();
      run("umount", "-l", folder.resolve("notifier").toString());
    }
  }

  @Test
  void whatHappensWhileTheDiskIsFullIsToldOnceThereIsRoom() throws IOException {
    listed(TOOLKIT, LEAFLET);
    Path filler = folder.resolve("notifier").resolve("filler");
    fill(filler);
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    Supervisor supervisor = notifier.bean(Supervisor.class);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(supervisor.failing())
                .filteredOn(loop -> loop.name().equals("notifier-intake"))
                .extracting(FailingLoop::why)
                .singleElement()
                .asString()
                .startsWith("the disk is full ("));
    Files.delete(filler);
    await().atMost(PATIENCE).until(() -> supervisor.failing().isEmpty());
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("“The leaflet.pdf” no longer works");
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
