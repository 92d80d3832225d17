package signpost.search.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import signpost.record.meter.SignpostMeter;

/** How many records came in and what became of them, for Prometheus. */
@Singleton
final class IntakeCounts {
  private final MeterRegistry meters;
  private final LongAdder aside = new LongAdder();

  IntakeCounts(MeterRegistry meters) {
    this.meters = meters;
    SignpostMeter.PARKED.counted(meters, aside, LongAdder::sum);
  }

  void handled(String topic) {
    count("handled", topic);
  }

  void parked(String topic) {
    aside.increment();
    count("parked", topic);
  }

  void unknownType(String topic) {
    count("unknown", topic);
  }

  private void count(String outcome, String topic) {
    SignpostMeter.RECORDS.count(meters, outcome, topic);
  }
}
