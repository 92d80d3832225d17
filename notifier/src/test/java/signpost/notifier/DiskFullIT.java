package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import signpost.kit.SmallDisk;
import signpost.record.FailingLoop;
import signpost.record.Supervisor;

/** A disk that is full under a notifier that goes on; a small one is mounted where we may. */
class DiskFullIT extends OnRealParts {
  private @Nullable SmallDisk disk;

  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Override
  @BeforeEach
  void start(TestInfo test) throws IOException {
    disk = SmallDisk.over(Files.createDirectories(folder.resolve("notifier")));
    super.start(test);
  }

  @Override
  @AfterEach
  void stop() {
    if (disk != null) {
      super.stop();
      disk.close();
    }
  }

  @Test
  void whatHappensWhileTheDiskIsFullIsToldOnceThereIsRoom() throws IOException {
    listed(TOOLKIT, LEAFLET);
    Path filler = Objects.requireNonNull(disk).fill();
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    Supervisor supervisor = notifier.bean(Supervisor.class);
    await()
        .untilAsserted(() ->
            assertThat(supervisor.failing())
                .filteredOn(loop -> loop.name().equals("notifier-intake"))
                .extracting(FailingLoop::why)
                .singleElement()
                .asString()
                .startsWith("the disk is full ("));
    Files.delete(filler);
    await().until(() -> supervisor.failing().isEmpty());
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("“The leaflet.pdf” no longer works");
  }
}
