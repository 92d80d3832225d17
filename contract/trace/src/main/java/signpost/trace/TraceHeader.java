package signpost.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The line by which a trace is carried on.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
final class TraceHeader {
  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
  private static final TextMapGetter<String> ALONE = new LoneHeader();

  private TraceHeader() {}

  /** What such a line names; nothing where it is none. */
  static Optional<Context> context(String header) {
    Context context = W3C.extract(Context.root(), header, ALONE);
    return Optional.of(context).filter(it -> Span.fromContext(it).getSpanContext().isValid());
  }

  /**
   * The line of a span. After the end of the traces it is that of the span it would have belonged
   * to, and there is none where a trace would have begun with it.
   */
  static Optional<String> of(Span span) {
    AtomicReference<@Nullable String> line = new AtomicReference<>();
    W3C.inject(
        Context.root().with(span),
        line,
        (carrier, name, value) -> {
          if (name.equals(TraceLine.NAME)) {
            Objects.requireNonNull(carrier).set(value);
          }
        });
    return Optional.ofNullable(line.get());
  }

  /** One line, and no {@code tracestate}. */
  private static final class LoneHeader implements TextMapGetter<String> {
    @Override
    public @Nullable String get(@Nullable String header, String name) {
      return name.equals(TraceLine.NAME) ? header : null;
    }
  }
}
