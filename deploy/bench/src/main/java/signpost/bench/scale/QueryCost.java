package signpost.bench.scale;

import java.time.Duration;
import java.util.List;
import signpost.bench.Figures;

/** What some questions took: of the cores, each on the average, and of the asker's time. */
record QueryCost(double cpuMicros, Figures times) {
  static QueryCost of(Duration cpu, List<Duration> times) {
    return new QueryCost(cpu.toNanos() / 1e3 / times.size(), Figures.of(times));
  }

  /** The one in the middle by what it took of the cores. */
  static QueryCost median(List<QueryCost> rounds) {
    return rounds.stream()
        .sorted(java.util.Comparator.comparingDouble(QueryCost::cpuMicros))
        .skip(rounds.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return "CPU %,.0f µs · p50 %s · p95 %s ms"
        .formatted(cpuMicros, millis(times.percentile(50)), millis(times.percentile(95)));
  }

  static String millis(Duration time) {
    return "%.2f".formatted(time.toNanos() / 1e6);
  }
}
