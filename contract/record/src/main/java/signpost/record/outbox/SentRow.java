package signpost.record.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import signpost.record.outbox.Outbox.OutboxRow;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicWriter;
import signpost.trace.OpenSpan;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;
import signpost.trace.TraceLine;

/** A row under way to Kafka, in the trace of the work that put it. */
record SentRow(OutboxRow row, Future<RecordMetadata> answer, OpenSpan span) {
  static SpanPlan plan(KafkaConfig kafka, OutboxRow row) {
    String topic = row.message().topic();
    return SpanPlan.of(
            "send " + topic,
            SpanRole.PRODUCER,
            new SpanParent.CarriedTrace(TraceLine.in(row.message().headers())))
        .with("messaging.system", "kafka")
        .with("messaging.operation.name", "send")
        .with("messaging.operation.type", "send")
        .with("messaging.destination.name", kafka.prefixed(topic));
  }

  /** The row as a record, whose reader goes on from the span. */
  static ProducerRecord<String, byte[]> record(KafkaConfig kafka, OutboxRow row, OpenSpan span) {
    ProducerRecord<String, byte[]> record = TopicWriter.record(kafka, row.message());
    span.traceparent()
        .ifPresent(line ->
            record.headers().remove(TraceLine.NAME).add(TraceLine.NAME, line.getBytes(UTF_8)));
    return record;
  }

  void became(SendOutcome outcome) {
    if (!(outcome instanceof SendOutcome.Acknowledged)) {
      span.failed(outcome.getClass().getSimpleName());
    }
    span.close();
  }

  void close() {
    span.close();
  }
}
