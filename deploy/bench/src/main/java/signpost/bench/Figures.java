package signpost.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Percentiles, of durations or of anything else in order, by the nearest rank. */
public record Figures(List<Duration> sorted) {
  public Figures {
    sorted = List.copyOf(sorted);
  }

  /** Of any number of durations, in any order. */
  public static Figures of(Collection<Duration> durations) {
    return new Figures(durations.stream().sorted().toList());
  }

  /** The duration that {@code percent} of all do not exceed; zero of none. */
  public Duration percentile(int percent) {
    return percentile(sorted, percent).orElse(Duration.ZERO);
  }

  /** What {@code percent} of all do not exceed, by the nearest rank; nothing of none. */
  public static <T> Optional<T> percentile(List<T> sorted, int percent) {
    int rank = Math.ceilDiv(percent * sorted.size(), 100);
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(Math.max(rank, 1) - 1));
  }

  /** In milliseconds, for a table. */
  @Override
  public String toString() {
    return "p50 %d ms · p95 %d ms · max %d ms"
        .formatted(
            percentile(50).toMillis(), percentile(95).toMillis(), percentile(100).toMillis());
  }
}
