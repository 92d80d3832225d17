package signpost.search.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** How many records came in and what became of them, for Prometheus. */
@Singleton
final class IntakeCounts {
  private final Counter handled;
  private final Counter parked;
  private final Counter unknown;

  IntakeCounts(MeterRegistry meters) {
    handled = counter(meters, "handled");
    parked = counter(meters, "parked");
    unknown = counter(meters, "unknown-type");
  }

  void handled() {
    handled.increment();
  }

  void parked() {
    parked.increment();
  }

  void unknownType() {
    unknown.increment();
  }

  private static Counter counter(MeterRegistry meters, String outcome) {
    return Counter.builder("signpost.search.records").tag("outcome", outcome).register(meters);
  }
}
