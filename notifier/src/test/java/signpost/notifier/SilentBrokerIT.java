package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.PausedBroker;
import signpost.record.FailingLoop;
import signpost.record.Supervisor;

/** A broker that holds its connections and answers nobody, under a notifier that goes on. */
class SilentBrokerIT extends OnRealParts {
  @TempDir static Path data;
  private final PausedBroker broker = new PausedBroker(data.resolve("broker"));

  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Override
  Map<String, Object> settings() {
    return Map.of(RunningNotifier.BROKERS, broker.bootstrapServers());
  }

  @Override
  @AfterEach
  void stop() {
    super.stop();
    broker.close();
  }

  @Test
  void itIsSaidAndWhatComesBehindItIsToldOnce() {
    listed(TOOLKIT, LEAFLET);
    Supervisor supervisor = notifier.bean(Supervisor.class);
    broker.pause();
    await()
        .untilAsserted(
            () -> assertThat(names(supervisor)).contains("notifier-intake", "notifier-relay"));
    assertThat(supervisor.failing())
        .extracting(FailingLoop::why)
        .containsOnly("Kafka at " + broker.bootstrapServers() + " does not answer");
    assertThat(get("/health/readiness")).contains("DOWN");
    broker.goOn();
    await().until(() -> supervisor.failing().isEmpty());
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("“The leaflet.pdf” no longer works");
    assertThat(notifier.parked()).isEmpty();
  }

  private static List<String> names(Supervisor supervisor) {
    return supervisor.failing().stream().map(FailingLoop::name).toList();
  }
}
