package signpost.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Percentiles of durations, by the nearest rank. */
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
    if (sorted.isEmpty()) {
      return Duration.ZERO;
    }
    int rank = Math.ceilDiv(percent * sorted.size(), 100);
    return sorted.get(Math.max(rank, 1) - 1);
  }

  /** In milliseconds, for a table. */
  @Override
  public String toString() {
    return "p50 %d ms · p95 %d ms · max %d ms"
        .formatted(
            percentile(50).toMillis(), percentile(95).toMillis(), percentile(100).toMillis());
  }
}
