package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import signpost.kit.PostgresServer;
import signpost.record.meter.SignpostMeter;

/** Two notifiers on one PostgreSQL. */
class TwoNotifiersIT extends OnRealParts {
  private final Map<String, Object> database = Map.of("signpost.jdbc.url", PostgresServer.empty());

  @Override
  Map<String, Object> database() {
    return database;
  }

  @Test
  void eachMailGoesOutOnceAndTheOtherGoesOnWhenOneIsGone() throws Exception {
    listed(TOOLKIT, LEAFLET);
    Files.createDirectories(folder.resolve("other"));
    Files.createSymbolicLink(folder.resolve("other/catalogue"), folder.resolve("catalogue"));
    Map<String, Object> settings = new HashMap<>(database);
    settings.put("signpost.smtp.host", "127.0.0.1");
    settings.put("signpost.smtp.port", smtp.getSmtp().getPort());
    settings.put("signpost.smtp.from", "signpost@council.example");
    try (RunningNotifier other = new RunningNotifier(prefix(), folder.resolve("other"), settings)) {
      notifier.send(Given.breaks(LEAFLET, Given.NOON));
      notifier.settle();
      assertThat(subjects()).hasSize(2).last().isEqualTo("“The leaflet.pdf” no longer works");
      assertThat(notifier.figure(SignpostMeter.INTAKE_LAG)).hasValue(0);
      assertThat(other.figure(SignpostMeter.INTAKE_LAG)).as("it stands by").isEmpty();

      notifier.stop();
      notifier.send(Given.recovers(LEAFLET, Given.NOON));
      await().until(() -> subjects().size() == 3);
      other.settle();
      assertThat(other.figure(SignpostMeter.INTAKE_LAG)).as("it reads now").hasValue(0);
      assertThat(repeats(other)).as("it goes on where the other stood").isZero();
      assertThat(subjects()).hasSize(3).last().isEqualTo("“The leaflet.pdf” works again");
      notifier.start();
      other.send(Given.breaks(TOOLKIT, Given.NOON));
      other.settle();
      assertThat(subjects()).hasSize(4);
    }
  }

  private static double repeats(RunningNotifier notifier) {
    return notifier
        .bean(MeterRegistry.class)
        .find("signpost.records")
        .tag("outcome", "repeated")
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }
}
