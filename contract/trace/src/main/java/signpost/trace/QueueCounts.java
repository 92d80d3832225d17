package signpost.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;

/** What OpenTelemetry counts of its own queue, when somebody asks. */
final class QueueCounts implements MetricReader {
  private static final String PROCESSED = "otel.sdk.processor.span.processed";
  private static final AttributeKey<String> WHY = AttributeKey.stringKey("error.type");

  private volatile CollectionRegistration counted = CollectionRegistration.noop();

  /** How many spans found no place in it. */
  long dropped() {
    return counted.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals(PROCESSED))
        .flatMap(metric -> metric.getLongSumData().getPoints().stream())
        .filter(point -> "queue_full".equals(point.getAttributes().get(WHY)))
        .mapToLong(point -> point.getValue())
        .sum();
  }

  @Override
  public void register(CollectionRegistration registration) {
    counted = registration;
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType type) {
    return AggregationTemporality.CUMULATIVE;
  }

  @Override
  public CompletableResultCode forceFlush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
