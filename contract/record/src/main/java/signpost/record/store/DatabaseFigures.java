package signpost.record.store;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;

/** How far our clock is from that of the database; SQLite has ours. */
@Singleton
@Requires(beans = ModuleSchema.class)
final class DatabaseFigures implements FigureSource {
  private static final double MILLIS = 1_000;

  private final Database database;
  private final InstantSource wall;

  DatabaseFigures(Database database, @Named("wall") InstantSource wall) {
    this.database = database;
    this.wall = wall;
  }

  @Override
  public List<Figure> figures() {
    return switch (database.dialect()) {
      case SQLITE -> List.of();
      case POSTGRESQL -> List.of(Figure.of(SignpostMeter.CLOCK_OFFSET, offset(), "database"));
    };
  }

  private double offset() {
    Instant there =
        database.read(
            handle -> handle.createQuery("SELECT clock_timestamp()").mapTo(Instant.class).one());
    return Duration.between(there, wall.instant()).toMillis() / MILLIS;
  }
}
