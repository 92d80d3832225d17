package signpost.trace;

import java.util.function.Supplier;

/** Where a part tells what it does and for how long; nobody ever waits for whoever collects it. */
public interface Traces extends AutoCloseable {
  /** Those of a part: where nobody collects them, none. */
  static Traces of(TracesConfig config, String part) {
    return config
        .target()
        .<Traces>map(collector -> CollectedTraces.to(collector, config, part))
        .orElse(off());
  }

  /** Those that nobody collects. */
  static Traces off() {
    return UncollectedTraces.ALL;
  }

  /** Work that may say something of its own span. */
  @FunctionalInterface
  interface SpanWork<T, X extends Throwable> {
    T in(OpenSpan span) throws X;
  }

  /** The same, of which nothing comes. */
  @FunctionalInterface
  interface SpanTask<X extends Throwable> {
    void in(OpenSpan span) throws X;
  }

  /** Begins a span, which somebody closes; where nobody traces the plan is not even made. */
  OpenSpan open(Supplier<SpanPlan> plan);

  /** How many spans nobody got since the start, because nobody took them in time. */
  long dropped();

  /** Sends what waits, for a moment at most. */
  @Override
  void close();

  /** Does work in a span of its own. */
  default <X extends Throwable> void run(Supplier<SpanPlan> plan, SpanTask<X> task) throws X {
    boolean _ =
        in(
            plan,
            span -> {
              task.in(span);
              return true;
            });
  }

  /** Does work in a span of its own. */
  default <T, X extends Throwable> T in(Supplier<SpanPlan> plan, SpanWork<T, X> work) throws X {
    try (OpenSpan span = open(plan)) {
      return span.around(() -> {
        try {
          return work.in(span);
        } catch (Throwable thrown) {
          span.failed(thrown.getClass().getSimpleName());
          throw thrown;
        }
      });
    }
  }
}
