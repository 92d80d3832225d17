package signpost.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.lang.ScopedValue.CallableOp;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A span of OpenTelemetry's. */
final class CollectedSpan implements OpenSpan {
  /** What log lines call it, as OpenTelemetry's own logs do. */
  static final String TRACE_ID = "trace_id";

  private final Span span;
  private volatile boolean forgotten;

  CollectedSpan(Span span) {
    this.span = span;
  }

  /** What a span within it begins from. */
  Context context() {
    return Context.root().with(span);
  }

  @Override
  public Optional<String> traceparent() {
    return TraceHeader.of(span);
  }

  @Override
  public void note(String attribute, Object value) {
    note(span, attribute, value);
  }

  static void note(Span span, String attribute, Object value) {
    switch (value) {
      case Long it -> span.setAttribute(attribute, it);
      case Integer it -> span.setAttribute(attribute, it.longValue());
      case Boolean it -> span.setAttribute(attribute, it);
      default -> span.setAttribute(attribute, value.toString());
    }
  }

  @Override
  public void happened(String what, Supplier<String> url) {
    span.addEvent(what, Attributes.of(AttributeKey.stringKey("url.full"), url.get()));
  }

  @Override
  public void failed(String why) {
    span.setAttribute("error.type", why);
    span.setStatus(StatusCode.ERROR);
  }

  @Override
  public void forget() {
    forgotten = true;
  }

  @Override
  public <T, X extends Throwable> T around(CallableOp<? extends T, X> work) throws X {
    @Nullable String before = MDC.get(TRACE_ID);
    name(span.getSpanContext().isSampled() ? span.getSpanContext().getTraceId() : null);
    try {
      return CurrentSpan.around(this, work);
    } finally {
      name(before);
    }
  }

  /** A trace that nobody will find is not named. */
  private static void name(@Nullable String trace) {
    if (trace == null) {
      MDC.remove(TRACE_ID);
    } else {
      MDC.put(TRACE_ID, trace);
    }
  }

  @Override
  public void close() {
    if (!forgotten) {
      span.end();
    }
  }
}
