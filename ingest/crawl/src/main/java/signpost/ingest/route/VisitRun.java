package signpost.ingest.route;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import signpost.ingest.frontier.Lease;
import signpost.trace.OpenSpan;
import signpost.trace.Traces;

/** Takes a lease through {@code direct:visit}, as a trace of its own. */
@Singleton
final class VisitRun {
  private final ProducerTemplate routes;
  private final Traces traces;

  VisitRun(CamelContext camel, Traces traces) {
    this.routes = camel.createProducerTemplate();
    this.traces = traces;
  }

  /** Makes a visit; {@code done} or {@code failed} hears within its trace how it ended. */
  void make(Lease lease, Runnable done, Consumer<Throwable> failed) {
    traces.run(
        VisitSpan.of(lease),
        span -> {
          try {
            VisitSpan.note(span, routes.requestBody(VisitRoutes.VISIT, lease));
            done.run();
          } catch (CamelExecutionException e) {
            fail(span, e.getCause() == null ? e : e.getCause(), failed);
          } catch (Throwable thrown) { // An Error must not end in a thread that nobody looks at.
            fail(span, thrown, failed);
          }
        });
  }

  private static void fail(OpenSpan span, Throwable thrown, Consumer<Throwable> failed) {
    span.failed(thrown.getClass().getSimpleName());
    failed.accept(thrown);
  }
}
