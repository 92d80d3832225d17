package signpost.search.intake;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;

/** How far pages are behind Kafka, and whether the index is being made anew. */
@Singleton
final class IntakeFigures implements FigureSource {
  private final SearchIntake intake;

  IntakeFigures(SearchIntake intake) {
    this.intake = intake;
  }

  @Override
  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of(SignpostMeter.INDEX_REBUILDING, intake.rebuilding() ? 1 : 0));
    intake.unshown().ifPresent(lag -> figures.add(Figure.of(SignpostMeter.INTAKE_LAG, lag)));
    return figures;
  }
}
