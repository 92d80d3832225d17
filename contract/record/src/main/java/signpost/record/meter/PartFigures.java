package signpost.record.meter;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import signpost.record.Supervisor;

/** Says how this part stands. */
@Singleton
public final class PartFigures {
  private final Supervisor supervisor;
  private final FigureBoard board;
  private final MeterRegistry meters;

  PartFigures(Supervisor supervisor, FigureBoard board, MeterRegistry meters) {
    this.supervisor = supervisor;
    this.board = board;
    this.meters = meters;
  }

  /** As it is known now. */
  public PartStatus status() {
    return new PartStatus(
        PartVersion.TEXT,
        supervisor.isReady(),
        Stream.concat(board.all().stream(), parked()).map(PartStatus.FigureLine::of).toList());
  }

  private Stream<Figure> parked() {
    return meters.find(SignpostMeter.PARKED.id()).functionCounters().stream()
        .map(it -> Figure.of(SignpostMeter.PARKED, it.count()));
  }
}
