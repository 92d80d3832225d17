package signpost.notifier.intake;

import jakarta.inject.Singleton;
import java.util.List;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;

/**
 * How much of what happened has not been taken in yet; nothing while Kafka cannot be asked, or
 * another process reads and knows.
 */
@Singleton
final class LagFigures implements FigureSource {
  private final NotifierIntake intake;

  LagFigures(NotifierIntake intake) {
    this.intake = intake;
  }

  @Override
  public List<Figure> figures() {
    long lag = intake.lag();
    return lag == NotifierIntake.UNKNOWN || !intake.isReading()
        ? List.of()
        : List.of(Figure.of(SignpostMeter.INTAKE_LAG, lag));
  }
}
