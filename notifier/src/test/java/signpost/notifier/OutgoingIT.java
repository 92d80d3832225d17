package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.notifier.delivery.Deliveries;
import signpost.notifier.delivery.Delivery;

class OutgoingIT {
  private static final String URL = "https://gov.example/toolkit";

  @TempDir Path folder;

  @Test
  void withoutAMailServerMessagesBecomeFilesNamedAfterTheirDelivery() throws IOException {
    try (RunningNotifier notifier = new RunningNotifier("outgoing.", folder, Map.of())) {
      notifier.send(Given.guide(URL));
      notifier.send(Given.resource(URL));
      notifier.send(Given.healthy(URL));
      notifier.settle();
      List<Delivery> told = notifier.bean(Deliveries.class).latest(10);
      assertThat(told).hasSize(1);
      Path outgoing = folder.resolve("notifier").resolve("outgoing");
      try (Stream<Path> files = Files.list(outgoing)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactly(told.getFirst().id() + ".eml");
      }
      assertThat(Files.readString(outgoing.resolve(told.getFirst().id() + ".eml")))
          .contains("To: ops@signpost.localhost", "Message-ID: <" + told.getFirst().id());
    }
  }
}
