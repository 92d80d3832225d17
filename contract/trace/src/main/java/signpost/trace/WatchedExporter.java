package signpost.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the collector did not take, and says so now and then. */
final class WatchedExporter implements SpanExporter {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedExporter.class);
  private static final Duration SELDOM = Duration.ofMinutes(10);

  private final SpanExporter exporter;
  private final URI collector;
  private final LongAdder lost = new LongAdder();
  private final AtomicLong sayFrom = new AtomicLong(System.nanoTime());

  WatchedExporter(SpanExporter exporter, URI collector) {
    this.exporter = exporter;
    this.collector = collector;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode sent = exporter.export(spans);
    int count = spans.size();
    return sent.whenComplete(() -> {
      if (!sent.isSuccess()) {
        lose(count);
      }
    });
  }

  private void lose(int count) {
    lost.add(count);
    long now = System.nanoTime();
    long from = sayFrom.get();
    if (now - from >= 0 && sayFrom.compareAndSet(from, now + SELDOM.toNanos())) {
      LOG.warn(
          "The collector at {} does not take traces, and {} spans are dropped; all else goes on."
              + " See signpost.traces.endpoint",
          collector,
          lost.sum());
    }
  }

  long lost() {
    return lost.sum();
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
