package signpost.ingest.route;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import signpost.ingest.IngestConfig;
import signpost.record.Loop;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.Supervisor;

/** Wakes the routes that look at something at every tick. */
@Context
final class RouteWaker {
  private final ProducerTemplate routes;
  private final List<Loop> loops;

  RouteWaker(CamelContext camel, IngestConfig config, Supervisor supervisor) {
    this.routes = camel.createProducerTemplate();
    this.loops =
        List.of(
            supervisor.start(
                LoopPlan.of("catalogue", "Reading the catalogue", config.tick()),
                LoopWork.steps(() -> wake(CatalogueRoutes.CATALOGUE))),
            supervisor.start(
                LoopPlan.of("schedules", "Looking at the schedules", config.tick()),
                LoopWork.steps(() -> wake(CatalogueRoutes.SCHEDULE))));
  }

  /** All there is to do is done at once. */
  private boolean wake(String route) throws Exception {
    try {
      routes.sendBody(route, "");
      return false;
    } catch (CamelExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @PreDestroy
  void close() {
    loops.forEach(Loop::close);
  }
}
