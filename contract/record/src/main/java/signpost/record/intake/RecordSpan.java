package signpost.record.intake;

import signpost.events.EventCodec;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;
import signpost.trace.TraceLine;

/** The handling of a record, in the trace of the work that told it. */
public final class RecordSpan {
  private RecordSpan() {}

  /** What it is called; a record that carries no trace, or none that can be read, has no span. */
  public static SpanPlan of(ReadRecord record) {
    SpanParent parent = new SpanParent.CarriedTrace(TraceLine.in(record.message().headers()));
    return SpanPlan.of("process " + record.message().topic(), SpanRole.CONSUMER, parent)
        .with("messaging.system", "kafka")
        .with("messaging.operation.name", "process")
        .with("messaging.operation.type", "process")
        .with("messaging.destination.name", record.partition().topic())
        .with(
            "messaging.destination.partition.id", Integer.toString(record.partition().partition()))
        .with("messaging.kafka.offset", record.offset())
        .with("signpost.event.type", EventCodec.type(record.message()).orElse("removed"));
  }
}
