package signpost.record.meter;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** How the part stands, for ops: the figures of {@code /prometheus}, which need no database now. */
@Controller("/api/figures")
@Requires(property = "signpost.module", notEquals = "search") // whose API is public
final class FigureController {
  private final PartFigures figures;

  FigureController(PartFigures figures) {
    this.figures = figures;
  }

  @Get
  PartStatus status() {
    return figures.status();
  }
}
