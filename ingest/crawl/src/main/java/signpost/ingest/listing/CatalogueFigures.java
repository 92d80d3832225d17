package signpost.ingest.listing;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import signpost.catalogue.CatalogueProblem;
import signpost.catalogue.CatalogueProblem.Severity;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;

/** How much is wrong in the catalogue's files. */
@Singleton
final class CatalogueFigures implements FigureSource {
  private final CatalogueStep catalogue;

  CatalogueFigures(CatalogueStep catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public List<Figure> figures() {
    List<CatalogueProblem> problems = catalogue.problems();
    return Arrays.stream(Severity.values())
        .map(severity ->
            Figure.of(
                SignpostMeter.CATALOGUE_PROBLEMS,
                problems.stream().filter(it -> it.severity() == severity).count(),
                SignpostMeter.value(severity)))
        .toList();
  }
}
