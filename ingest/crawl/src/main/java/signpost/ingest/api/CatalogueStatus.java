package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import signpost.catalogue.CatalogueProblem;
import signpost.catalogue.Coverage;

/** The catalogue as it is in force, in one sentence, and every problem of its files. */
@Serdeable
record CatalogueStatus(String folder, String covers, List<ProblemLine> problems) {
  CatalogueStatus {
    problems = List.copyOf(problems);
  }

  static CatalogueStatus of(String folder, Coverage coverage, List<CatalogueProblem> problems) {
    return new CatalogueStatus(
        folder, coverage.inWords(), problems.stream().map(ProblemLine::of).toList());
  }

  /** {@code severity} is {@code error} or {@code warning}; line and column count from 1. */
  @Serdeable
  record ProblemLine(String file, int line, int column, String severity, String message) {
    static ProblemLine of(CatalogueProblem problem) {
      return new ProblemLine(
          problem.file(),
          problem.line(),
          problem.column(),
          problem.severity().name().toLowerCase(Locale.ROOT),
          problem.message());
    }
  }
}
