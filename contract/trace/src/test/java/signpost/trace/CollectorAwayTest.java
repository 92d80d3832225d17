package signpost.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import signpost.kit.ClosedPort;
import signpost.kit.LogLines;
import signpost.kit.LoopbackServer;

/** A collector that is away, hangs or refuses keeps nobody waiting. */
final class CollectorAwayTest {
  private static final int MANY = 20_000;

  private static Traces traces(String endpoint) {
    return Traces.of(new TracesConfig(endpoint, 1), "ingest");
  }

  private static void work(Traces traces, int times) {
    for (int i = 0; i < times; i++) {
      traces.run(() -> SpanPlan.of("visit", SpanRole.INTERNAL, new SpanParent.NewTrace()), _ -> {});
    }
  }

  @Test
  void whatNobodyTakesIsDroppedAndCountedAndSaidOnce() {
    try (ClosedPort closed = new ClosedPort();
        LogLines log = new LogLines(WatchedExporter.class);
        Traces traces = traces(closed.url("/"))) {
      work(traces, 10);
      await().until(() -> traces.dropped() >= 10);
      work(traces, 10);
      await().until(() -> traces.dropped() >= 20);

      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().getFirst()).contains("signpost.traces.endpoint");
    }
  }

  @Test
  void collectorThatHangsKeepsNobodyWaitingAndTheEndIsNear() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (LoopbackServer hangs =
        new LoopbackServer(
            ServerSocketFactory.getDefault(),
            client -> {
              asked.countDown();
              over.await();
            })) {
      Traces traces = traces("http://127.0.0.1:" + hangs.port());
      work(traces, 1);
      asked.await();
      work(traces, MANY);

      assertThat(traces.dropped()).as("as many wait as may").isGreaterThan(MANY / 2);
      long began = System.nanoTime();
      traces.close();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    } finally {
      over.countDown();
    }
  }
}
