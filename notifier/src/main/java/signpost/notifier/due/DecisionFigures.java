package signpost.notifier.due;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;

/** Of how many owners it is to be decided what they are told. */
@Singleton
final class DecisionFigures implements FigureSource {
  private final DecisionQueue waiting;
  private final InstantSource clock;

  DecisionFigures(DecisionQueue waiting, @Named("clock") InstantSource clock) {
    this.waiting = waiting;
    this.clock = clock;
  }

  @Override
  public List<Figure> figures() {
    return List.of(Figure.of(SignpostMeter.DECISIONS_DUE, waiting.dueCount(clock.instant())));
  }
}
