package signpost.trace;

import java.util.Optional;

/** To what a span belongs. */
public sealed interface SpanParent {
  /** To nothing: a trace begins with it. */
  record NewTrace() implements SpanParent {}

  /** To the span in which this thread works; where there is none, there is no span. */
  record CurrentWork() implements SpanParent {}

  /**
   * To the span of which a record or a row tells; where it tells of none, there is no span.
   *
   * @param traceparent as W3C Trace Context has it, from a stranger
   */
  record CarriedTrace(Optional<String> traceparent) implements SpanParent {}
}
