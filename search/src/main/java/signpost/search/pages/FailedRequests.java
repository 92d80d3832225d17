package signpost.search.pages;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;

/** Counts what readers and programs asked and did not get by a fault of ours. */
@Singleton
final class FailedRequests implements FigureSource {
  private static final Duration LATELY = Duration.ofHours(1);

  /** More than anybody needs to know exactly. */
  private static final int MOST = 10_000;

  private final InstantSource wall;
  private final Deque<Instant> lately = new ArrayDeque<>();
  private long sinceStart;

  FailedRequests(MeterRegistry meters, @Named("wall") InstantSource wall) {
    this.wall = wall;
    SignpostMeter.REQUESTS_FAILED.counted(meters, this, FailedRequests::sinceStart);
  }

  synchronized void failed() {
    sinceStart++;
    lately.addLast(wall.instant());
    if (lately.size() > MOST) {
      lately.removeFirst();
    }
  }

  private synchronized long sinceStart() {
    return sinceStart;
  }

  @Override
  public synchronized List<Figure> figures() {
    Instant since = wall.instant().minus(LATELY);
    lately.removeIf(at -> at.isBefore(since));
    return List.of(Figure.of(SignpostMeter.REQUESTS_FAILED_HOUR, lately.size()));
  }
}
