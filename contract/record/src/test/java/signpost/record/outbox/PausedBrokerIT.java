package signpost.record.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static signpost.record.outbox.RunningRelay.guide;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.kit.PausedBroker;
import signpost.record.FailingLoop;
import signpost.record.store.Databases;

/** A broker that stands still under the relay, and answers late. */
class PausedBrokerIT {
  private static final int KEYS = 5;
  private static final int ATTEMPTS = 5;
  private static final int LARGE = 40;
  private static final Duration SHORT = Duration.ofMillis(5);

  @TempDir Path folder;
  private PausedBroker broker;
  private RunningRelay relay;

  @BeforeEach
  void start() {
    broker = new PausedBroker(folder.resolve("broker"));
    relay = new RunningRelay(Databases.sqlite(folder), broker.bootstrapServers(), "");
    relay.put(numbered(0, 1));
    relay.sent();
  }

  @AfterEach
  void stop() {
    broker.close();
    relay.close();
  }

  @Test
  void whatIsSentToABrokerThatAnswersLateArrivesInItsOrderAndNothingIsLost() {
    broker.pause();
    for (int i = 1; i < 600; i += 50) {
      relay.put(numbered(i, i + 50));
    }
    answersNobody();
    broker.goOn();
    relay.sent();
    assertAllInOrder(601);
    await().until(() -> relay.failing().isEmpty());
  }

  /** Ends when a whole request has waited for its answer and not got it. */
  private void answersNobody() {
    Map<String, Object> settings = new HashMap<>(relay.kafka().client());
    settings.put("request.timeout.ms", 1_000);
    settings.put("default.api.timeout.ms", 1_000);
    try (Admin admin = Admin.create(settings)) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .hasCauseInstanceOf(TimeoutException.class);
    }
  }

  /** A broker that goes between two batches is noticed otherwise: then it is tried again. */
  @Test
  void brokerThatGoesWithRowsUnderWayIsSaidBeforeTheyAreGivenUp() {
    boolean noticed = false;
    for (int attempt = 0; attempt < ATTEMPTS && !noticed; attempt++) {
      long first = relay.outbox().unsentCount();
      relay.put(large(attempt));
      await().pollInterval(SHORT).until(() -> relay.outbox().unsentCount() < first + LARGE);
      broker.pause();
      await().pollInterval(SHORT).until(() -> !relay.connected());
      noticed = relay.failing().isEmpty(); // the rows are waited for all the same
      broker.goOn();
      relay.sent();
      await().until(() -> relay.connected() && relay.failing().isEmpty());
    }
    assertThat(noticed).isTrue();
  }

  private static GuideListed[] large(int attempt) {
    return IntStream.range(0, LARGE)
        .mapToObj(i -> guide("large%d.%d".formatted(attempt, i), "x".repeat(1_000_000)))
        .toArray(GuideListed[]::new);
  }

  @Test
  void brokerThatAnswersNobodyIsSaidAndGetsWhatWaitedWhenItGoesOn() {
    broker.pause();
    await()
        .untilAsserted(() ->
            assertThat(relay.failing())
                .extracting(FailingLoop::why)
                .singleElement()
                .asString()
                .startsWith("Kafka at 127.0.0.1:")
                .endsWith(" does not answer"));
    assertThat(relay.connected()).isFalse();
    relay.put(numbered(1, 100));
    broker.goOn();
    relay.sent();
    assertAllInOrder(100);
    await().until(() -> relay.failing().isEmpty());
  }

  private static GuideListed[] numbered(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> guide("g" + i % KEYS, "number " + i))
        .toArray(GuideListed[]::new);
  }

  /** A row may stand there twice under one id, and never behind a newer one of its key. */
  private void assertAllInOrder(int rows) {
    Map<String, List<Integer>> numbers =
        relay.records(Topics.RESOURCES).stream()
            .collect(
                Collectors.groupingBy(
                    WireRecord::key,
                    Collectors.mapping(PausedBrokerIT::sequence, Collectors.toList())));
    assertThat(numbers.values())
        .allSatisfy(it -> assertThat(it).isSortedAccordingTo(Comparator.naturalOrder()));
    assertThat(numbers.values().stream().mapToLong(it -> it.stream().distinct().count()).sum())
        .isEqualTo(rows);
  }

  private static int sequence(WireRecord record) {
    return Integer.parseInt(record.headers().getOrDefault("ce_sequence", ""));
  }
}
