package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import signpost.trace.Traces;
import signpost.trace.Traces.SpanTask;

/** All channels, and the way through their routes. */
@Singleton
final class Exit {
  private final List<DeliveryChannel> channels;
  private final ProducerTemplate routes;
  private final Traces traces;

  Exit(List<DeliveryChannel> channels, CamelContext camel, Traces traces) {
    this.channels = List.copyOf(channels);
    this.traces = traces;
    this.routes = camel.createProducerTemplate();
  }

  List<DeliveryChannel> channels() {
    return channels;
  }

  /** Does what belongs to one attempt in the trace of the message. */
  void trace(Delivery delivery, SpanTask<InterruptedException> attempt)
      throws InterruptedException {
    traces.run(() -> DeliverySpan.of(delivery), attempt);
  }

  /** What came of one attempt; what is thrown is our own trouble, and says nothing of it. */
  DeliveryOutcome attempt(Delivery delivery) throws InterruptedException {
    try {
      return routes.requestBody(DeliveryRoutes.DELIVER, delivery, DeliveryOutcome.class);
    } catch (CamelExecutionException e) {
      throw thrown(e);
    }
  }

  private static RuntimeException thrown(CamelExecutionException e) throws InterruptedException {
    return switch (e.getCause()) {
      case InterruptedException interrupted -> throw interrupted;
      case Error error -> throw error;
      case RuntimeException runtime -> runtime;
      case null, default -> e;
    };
  }
}
