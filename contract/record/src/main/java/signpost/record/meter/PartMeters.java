package signpost.record.meter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import signpost.record.FailingLoop;
import signpost.record.Supervisor;
import signpost.trace.Traces;

/** What can be said of every part without waiting for anybody. */
@Context
final class PartMeters {
  private final Supervisor supervisor;
  private final InstantSource wall;

  PartMeters(
      MeterRegistry meters,
      Supervisor supervisor,
      Traces traces,
      @Named("wall") InstantSource wall) {
    this.supervisor = supervisor;
    this.wall = wall;
    SignpostMeter.BUILD.gauge(meters, this, _ -> 1, PartVersion.TEXT);
    SignpostMeter.READY.gauge(meters, supervisor, it -> it.isReady() ? 1 : 0);
    SignpostMeter.LOOPS_FAILING.gauge(meters, supervisor, it -> it.failing().size());
    SignpostMeter.SPANS_DROPPED.counted(meters, traces, Traces::dropped);
    SignpostMeter.LOOP_FAILING_AGE.gauge(meters, this, PartMeters::longest);
  }

  private double longest() {
    return supervisor.failing().stream()
        .map(FailingLoop::since)
        .mapToDouble(since -> Duration.between(since, wall.instant()).toSeconds())
        .max()
        .orElse(0);
  }
}
