package signpost.record.meter;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the figures stood when they were last asked for, so that a scrape waits for nobody. What is
 * not known, or only from long ago, is no number.
 */
@Singleton
public final class FigureBoard {
  /** Older figures say nothing of now. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(2);

  private final MeterRegistry meters;
  private final Set<FigureKey> registered = ConcurrentHashMap.newKeySet();
  private Map<FigureKey, Figure> known = Map.of();
  private long nanos;

  FigureBoard(MeterRegistry meters) {
    this.meters = meters;
  }

  private record FigureKey(SignpostMeter meter, List<String> labels) {
    static FigureKey of(Figure figure) {
      return new FigureKey(figure.meter(), figure.labels());
    }
  }

  /** Takes the place of all that was known. */
  void put(List<Figure> figures) {
    Map<FigureKey, Figure> now = new HashMap<>();
    figures.forEach(figure -> now.put(FigureKey.of(figure), figure));
    synchronized (this) {
      known = now;
      nanos = System.nanoTime();
    }
    now.keySet().stream().filter(registered::add).forEach(this::register);
  }

  private void register(FigureKey key) {
    key.meter().gauge(meters, this, board -> board.value(key), key.labels().toArray(String[]::new));
  }

  private synchronized double value(FigureKey key) {
    Figure figure = isGood() ? known.get(key) : null;
    return figure == null ? Double.NaN : figure.value();
  }

  private boolean isGood() {
    return System.nanoTime() - nanos < GOOD_FOR.toNanos();
  }

  /** All that is known; nothing where it is from long ago. */
  public synchronized List<Figure> all() {
    return isGood() ? List.copyOf(known.values()) : List.of();
  }
}
