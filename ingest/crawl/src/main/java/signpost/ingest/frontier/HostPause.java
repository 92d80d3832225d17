package signpost.ingest.frontier;

import java.time.Instant;
import java.util.Optional;

/** Until when a host was not to be visited, by the clock. */
public record HostPause(Instant until) {
  /** "not paused", "until resumed", "until 2026-03-02T00:00:00Z". */
  public String words() {
    if (until.equals(Instant.EPOCH)) {
      return "not paused";
    }
    return end().map(it -> "until " + it).orElse("until resumed");
  }

  private Optional<Instant> end() {
    return Optional.of(until).filter(it -> it.toEpochMilli() < SqlFrontier.NEVER);
  }
}
