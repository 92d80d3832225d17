package signpost.search.intake;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import signpost.record.intake.ParkedTally;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;

/** How many records that any part put aside wait for somebody; not known while Kafka is away. */
@Singleton
final class ParkedFigures implements FigureSource {
  private final SearchIntake intake;
  private final ParkedTally tally;

  ParkedFigures(SearchIntake intake, ParkedTally tally) {
    this.intake = intake;
    this.tally = tally;
  }

  @Override
  public List<Figure> figures() {
    return intake.state() instanceof IntakeState.IntakeRunning
        ? figures(tally.waiting())
        : List.of();
  }

  /** None of a part is 0, so that its first shows as one more. */
  private static List<Figure> figures(Map<String, Long> waiting) {
    return Stream.of("ingest", "search", "notifier")
        .map(by -> Figure.of(SignpostMeter.PARKED_WAITING, waiting.getOrDefault(by, 0L), by))
        .toList();
  }
}
