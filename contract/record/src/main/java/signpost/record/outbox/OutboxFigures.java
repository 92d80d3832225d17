package signpost.record.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;
import signpost.record.store.ModuleSchema;

/** What waits to be told to Kafka, and what was put aside, in a part that has an outbox. */
@Singleton
@Requires(beans = ModuleSchema.class)
final class OutboxFigures implements FigureSource {
  private final Outbox outbox;
  private final boolean publishes;
  private final InstantSource clock;

  OutboxFigures(
      Outbox outbox,
      ModuleSchema schema,
      MeterRegistry meters,
      @Named("clock") InstantSource clock) {
    this.outbox = outbox;
    this.publishes = schema.publishes();
    this.clock = clock;
    if (publishes) {
      SignpostMeter.PARKED.counted(meters, outbox, Outbox::parkedCount);
    }
  }

  @Override
  public List<Figure> figures() {
    return publishes ? waiting() : List.of();
  }

  private List<Figure> waiting() {
    double age =
        outbox.waitsSince().map(at -> Duration.between(at, clock.instant()).toSeconds()).orElse(0L);
    return List.of(
        Figure.of(SignpostMeter.OUTBOX_ROWS, outbox.unsentCount()),
        Figure.of(SignpostMeter.OUTBOX_AGE, Math.max(0, age)));
  }
}
