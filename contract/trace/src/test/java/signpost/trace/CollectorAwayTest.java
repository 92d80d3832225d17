package signpost.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import signpost.kit.ClosedPort;
import signpost.kit.LogLines;
import signpost.kit.LoopbackServer;

/** A collector that is away, hangs or refuses keeps nobody waiting. */
final class CollectorAwayTest {
  private static final int MANY = 20_000;
  private static final Duration EVER = Duration.ofDays(1);
  private static final Duration MOMENT = Duration.ofMillis(200);
  private static final String BEGUN = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";

  private static Traces traces(String endpoint) {
    return Traces.of(TracesConfig.at(endpoint, 1), "ingest");
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

      assertThat(log.starting("The collector at " + closed.url("/")))
          .singleElement(STRING)
          .contains("signpost.traces.endpoint");
    }
  }

  @Test
  void collectorThatHangsKeepsNobodyWaitingNeitherAtTheEnd() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (LoopbackServer hangs =
        new LoopbackServer(
            ServerSocketFactory.getDefault(),
            client -> {
              asked.countDown();
              over.await();
            })) {
      Traces traces = traces(hangs, new CollectorPatience(EVER, EVER, MOMENT));
      work(traces, 1);
      asked.await();
      work(traces, MANY);

      assertThat(traces.dropped()).as("as many wait as may").isGreaterThan(MANY / 2);
      await("the end, while it hangs").until(CompletableFuture.runAsync(traces::close)::isDone);
    } finally {
      over.countDown();
    }
  }

  /** Java's own deadline is for the headers of an answer. */
  @Test
  void collectorThatStallsInItsAnswerIsLeftEachTime() {
    AtomicInteger stalled = new AtomicInteger();
    AtomicInteger left = new AtomicInteger();
    try (LoopbackServer stalls =
            new LoopbackServer(
                ServerSocketFactory.getDefault(),
                client -> {
                  client.getOutputStream().write(BEGUN.getBytes(US_ASCII));
                  stalled.incrementAndGet();
                  client.getInputStream().transferTo(OutputStream.nullOutputStream());
                  left.incrementAndGet();
                });
        LogLines log = new LogLines(WatchedExporter.class);
        SdkLines ofTheSdk = new SdkLines();
        Traces traces = traces(stalls, new CollectorPatience(EVER, MOMENT, MOMENT))) {
      long made = 0;
      while (stalled.get() < 4) { // more batches than the exporter has threads
        work(traces, MANY);
        made += MANY;
        long all = made;
        await("each is given up").until(() -> traces.dropped() == all);
      }
      await("none is held for ever").until(() -> left.get() == stalled.get());
      assertThat(log.starting("The collector at http://127.0.0.1:" + stalls.port())).hasSize(1);
      assertThat(ofTheSdk.lines).isEmpty();
    }
  }

  private static Traces traces(LoopbackServer collector, CollectorPatience patience) {
    URI traces = URI.create("http://127.0.0.1:" + collector.port() + "/v1/traces");
    return CollectedTraces.to(traces, TracesConfig.at("", 1), "ingest", patience);
  }

  /** What OpenTelemetry itself says, of which there is much at each batch. */
  private static final class SdkLines extends Handler implements AutoCloseable {
    private static final Logger SDK = Logger.getLogger("io.opentelemetry");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    SdkLines() {
      SDK.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {
      // Each is kept at once.
    }

    @Override
    public void close() {
      SDK.removeHandler(this);
    }
  }
}
