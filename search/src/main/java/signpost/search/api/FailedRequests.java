package signpost.search.api;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;

/** Counts what readers and programs asked and did not get by a fault of ours. */
@Singleton
public final class FailedRequests implements FigureSource {
  private static final Duration LATELY = Duration.ofHours(1);

  /** More than anybody needs to know exactly. */
  private static final int MOST = 10_000;

  private final LongSupplier nanos;
  private final long start;
  private final Deque<Long> lately = new ArrayDeque<>();
  private long sinceStart;

  @Inject
  FailedRequests(MeterRegistry meters) {
    this(meters, System::nanoTime);
  }

  /** With a clock that nobody sets, as {@link System#nanoTime}. */
  FailedRequests(MeterRegistry meters, LongSupplier nanos) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    SignpostMeter.REQUESTS_FAILED.counted(meters, this, FailedRequests::sinceStart);
  }

  /** Counts one, whose cause is in the log. */
  public synchronized void failed() {
    sinceStart++;
    lately.addLast(nanos.getAsLong());
    if (lately.size() > MOST) {
      lately.removeFirst();
    }
  }

  private synchronized long sinceStart() {
    return sinceStart;
  }

  @Override
  public synchronized List<Figure> figures() {
    long now = nanos.getAsLong();
    lately.removeIf(at -> now - at > LATELY.toNanos());
    long counted = Math.min(now - start, LATELY.toNanos());
    return List.of(
        Figure.of(SignpostMeter.REQUESTS_FAILED_HOUR, lately.size()),
        Figure.of(SignpostMeter.REQUESTS_COUNTED, TimeUnit.NANOSECONDS.toSeconds(counted)));
  }
}
