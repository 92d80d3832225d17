package signpost.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what the collector did not take, and says so now and then. One that begins to answer and
 * then stands still would hold a thread of the exporter for ever, for Java's own deadline ends with
 * the headers: the exporter is then left, with all its threads, for a new one.
 */
final class WatchedExporter implements SpanExporter {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedExporter.class);
  private static final Duration SELDOM = Duration.ofMinutes(10);

  private final Supplier<SpanExporter> exporters;
  private final URI collector;
  private final CollectorPatience patience;
  private final LongAdder lost = new LongAdder();
  private final AtomicLong sayFrom = new AtomicLong(System.nanoTime());
  private volatile SpanExporter exporter;

  WatchedExporter(Supplier<SpanExporter> exporters, URI collector, CollectorPatience patience) {
    this.exporters = exporters;
    this.collector = collector;
    this.patience = patience;
    this.exporter = exporters.get();
  }

  /** Waits for it, as the one thread that sends batches does anyway. */
  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode sent =
        exporter.export(spans).join(patience.whole().toNanos(), TimeUnit.NANOSECONDS);
    if (sent.isSuccess()) {
      return sent;
    }
    if (!sent.isDone()) {
      exporter.shutdown();
      exporter = exporters.get();
    }
    lose(spans.size());
    return CompletableResultCode.ofFailure();
  }

  private void lose(int count) {
    lost.add(count);
    long now = System.nanoTime();
    long from = sayFrom.get();
    if (now - from >= 0 && sayFrom.compareAndSet(from, now + SELDOM.toNanos())) {
      LOG.warn(
          "The collector at {} does not take traces, and {} spans are dropped; all else goes on."
              + " See signpost.traces.endpoint, and what signpost config check says",
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
