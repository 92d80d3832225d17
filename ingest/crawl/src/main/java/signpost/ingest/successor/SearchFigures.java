package signpost.ingest.successor;

import jakarta.inject.Singleton;
import java.util.List;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;
import signpost.record.store.Database;

/** How many pages were looked for and the search given up, as nobody answered. */
@Singleton
final class SearchFigures implements FigureSource {
  private final Database database;

  SearchFigures(Database database) {
    this.database = database;
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        Figure.of(SignpostMeter.SEARCHES_GIVEN_UP, database.read(SuccessorRows::givenUpCount)));
  }
}
