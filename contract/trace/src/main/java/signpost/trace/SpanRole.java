package signpost.trace;

/** What a span is to the part on the other side, as OpenTelemetry has it. */
public enum SpanRole {
  /** Nobody else is asked. */
  INTERNAL,
  /** Somebody else is asked, and their answer waited for. */
  CLIENT,
  /** A record is sent. */
  PRODUCER,
  /** A record is handled. */
  CONSUMER
}
