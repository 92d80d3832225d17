package signpost.record.camel;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import org.apache.camel.CamelContext;

/** How the routes do, for ops. */
@Controller("/api/routes")
@Requires(beans = CamelContext.class)
final class RouteController {
  private final RouteFigures figures;

  RouteController(RouteFigures figures) {
    this.figures = figures;
  }

  @Get
  List<RouteFigure> routes() {
    return figures.all();
  }
}
