package signpost.ingest.route;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import signpost.ingest.IngestConfig;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;

/** Wakes the routes of {@link ScheduleRoutes} at every tick. */
@Context
final class RouteWaker {
  private final ProducerTemplate routes;
  private final List<SupervisedLoop> loops;

  RouteWaker(CamelContext camel, IngestConfig config, Supervisor supervisor) {
    this.routes = camel.createProducerTemplate();
    this.loops =
        ScheduleRoutes.TICKS.stream()
            .map(tick ->
                supervisor.start(
                    LoopPlan.of(tick.loop(), tick.doing(), config.tick()),
                    LoopWork.steps(() -> wake(tick.route()))))
            .toList();
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
    loops.forEach(SupervisedLoop::close);
  }
}
