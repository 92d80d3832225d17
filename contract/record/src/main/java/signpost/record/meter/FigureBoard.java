package signpost.record.meter;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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
  private final Map<FigureSource, SourceFigures> known = new ConcurrentHashMap<>();

  FigureBoard(MeterRegistry meters) {
    this.meters = meters;
  }

  private record FigureKey(SignpostMeter meter, List<String> labels) {
    static FigureKey of(Figure figure) {
      return new FigureKey(figure.meter(), figure.labels());
    }
  }

  /** What a source said last, and when. */
  private record SourceFigures(Map<FigureKey, Figure> figures, long nanos) {
    boolean isGood() {
      return System.nanoTime() - nanos < GOOD_FOR.toNanos();
    }
  }

  /** Takes the place of all that the source said before. */
  void put(FigureSource source, List<Figure> figures) {
    Map<FigureKey, Figure> now = new HashMap<>();
    figures.forEach(figure -> now.put(FigureKey.of(figure), figure));
    known.put(source, new SourceFigures(now, System.nanoTime()));
    now.keySet().stream().filter(registered::add).forEach(this::register);
  }

  /** The source cannot say now how it stands. */
  void forget(FigureSource source) {
    known.remove(source);
  }

  private void register(FigureKey key) {
    key.meter().gauge(meters, this, board -> board.value(key), key.labels().toArray(String[]::new));
  }

  private double value(FigureKey key) {
    return good()
        .flatMap(it -> Optional.ofNullable(it.figures().get(key)).stream())
        .mapToDouble(Figure::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  private Stream<SourceFigures> good() {
    return known.values().stream().filter(SourceFigures::isGood);
  }

  /** All that is known; without what is from long ago. */
  public List<Figure> all() {
    return good().flatMap(it -> it.figures().values().stream()).toList();
  }
}
