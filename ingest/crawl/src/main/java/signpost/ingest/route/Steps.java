package signpost.ingest.route;

import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;

/** Lets a step stand in a route without knowing of exchanges. */
final class Steps {
  private Steps() {}

  /** What comes in goes out as something else. */
  static <T> Processor turn(Class<T> type, Function<T, Object> step) {
    return exchange ->
        exchange.getMessage().setBody(step.apply(exchange.getMessage().getMandatoryBody(type)));
  }

  /** What comes in goes on as it is. */
  static <T> Processor with(Class<T> type, Consumer<T> step) {
    return exchange -> step.accept(exchange.getMessage().getMandatoryBody(type));
  }

  /** Whether what comes in is of a type. */
  static Predicate is(Class<?> type) {
    return exchange -> type.isInstance(exchange.getMessage().getBody());
  }
}
