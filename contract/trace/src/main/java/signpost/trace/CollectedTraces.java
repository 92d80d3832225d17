package signpost.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.InternalTelemetryVersion;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Traces by OpenTelemetry's SDK. A thread of its own sends them in batches; of what it does not get
 * rid of in time only so many wait, and the rest is dropped and counted.
 */
final class CollectedTraces implements Traces {
  private static final int MOST_WAITING = 2_048;
  private static final int MOST_CHARACTERS = 2_048;
  private static final Duration SENT_EVERY = Duration.ofSeconds(1);

  /** What it would say of a collector that is away, at each batch, we say ourselves and seldom. */
  private static final List<Logger> ITS_OWN =
      List.of(
          Logger.getLogger("io.opentelemetry.exporter"),
          Logger.getLogger("io.opentelemetry.sdk.trace"));

  private final SdkTracerProvider provider;
  private final SdkMeterProvider meters;
  private final Tracer tracer;
  private final WatchedExporter exporter;
  private final QueueCounts queue;
  private final Duration farewell;

  private CollectedTraces(
      SdkTracerProvider provider,
      SdkMeterProvider meters,
      WatchedExporter exporter,
      QueueCounts queue,
      Duration farewell) {
    this.provider = provider;
    this.meters = meters;
    this.tracer = provider.get("signpost");
    this.exporter = exporter;
    this.queue = queue;
    this.farewell = farewell;
  }

  /**
   * Those of a part.
   *
   * @param collector what they are posted to
   */
  static CollectedTraces to(URI collector, TracesConfig config, String part) {
    return to(collector, config, part, CollectorPatience.USUAL);
  }

  static CollectedTraces to(
      URI collector, TracesConfig config, String part, CollectorPatience patience) {
    ITS_OWN.forEach(it -> it.setLevel(Level.OFF));
    Optional<byte[]> trust = config.trust().map(CollectorTrust::read);
    WatchedExporter exporter =
        new WatchedExporter(
            () -> posting(collector, config.fields(), trust, patience.answer()),
            collector,
            patience);
    QueueCounts queue = new QueueCounts();
    SdkMeterProvider meters = SdkMeterProvider.builder().registerMetricReader(queue).build();
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(Resource.getDefault().merge(Resource.create(whose(part))))
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(config.ratio())))
            .setSpanLimits(SpanLimits.builder().setMaxAttributeValueLength(MOST_CHARACTERS).build())
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter)
                    .setMaxQueueSize(MOST_WAITING)
                    .setScheduleDelay(SENT_EVERY)
                    .setMeterProvider(meters)
                    .setInternalTelemetryVersion(InternalTelemetryVersion.LATEST)
                    .build())
            .build();
    return new CollectedTraces(provider, meters, exporter, queue, patience.farewell());
  }

  private static SpanExporter posting(
      URI collector, Map<String, String> headers, Optional<byte[]> trust, Duration within) {
    OtlpHttpSpanExporterBuilder posting =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(collector.toString())
            .setTimeout(within)
            .setConnectTimeout(within)
            .setRetryPolicy(null); // what the collector misses is dropped, and the next goes on
    headers.forEach(posting::addHeader);
    trust.ifPresent(posting::setTrustedCertificates);
    return posting.build();
  }

  /** The version is that of the package; where none was made, the version to come. */
  private static Attributes whose(String part) {
    String version = CollectedTraces.class.getPackage().getImplementationVersion();
    return Attributes.builder()
        .put("service.namespace", "signpost")
        .put("service.name", "signpost-" + part)
        .put("service.version", version == null ? "unpackaged" : version)
        .build();
  }

  @Override
  public OpenSpan open(Supplier<SpanPlan> supplied) {
    SpanPlan plan = supplied.get();
    return parent(plan.parent())
        .<OpenSpan>map(parent -> new CollectedSpan(begun(plan, parent)))
        .orElse(OpenSpan.none());
  }

  private static Optional<Context> parent(SpanParent parent) {
    return switch (parent) {
      case SpanParent.NewTrace _ -> Optional.of(Context.root());
      case SpanParent.CurrentWork _ ->
          CurrentSpan.get() instanceof CollectedSpan it
              ? Optional.of(it.context())
              : Optional.empty();
      case SpanParent.CarriedTrace(Optional<String> header) -> header.flatMap(TraceHeader::context);
    };
  }

  private Span begun(SpanPlan plan, Context parent) {
    SpanBuilder builder =
        tracer.spanBuilder(plan.name()).setParent(parent).setSpanKind(kind(plan.role()));
    plan.links().stream()
        .flatMap(link -> TraceHeader.context(link).stream())
        .forEach(other -> builder.addLink(Span.fromContext(other).getSpanContext()));
    Span span = builder.startSpan();
    plan.attributes().forEach((name, value) -> CollectedSpan.note(span, name, value));
    return span;
  }

  private static SpanKind kind(SpanRole role) {
    return switch (role) {
      case INTERNAL -> SpanKind.INTERNAL;
      case CLIENT -> SpanKind.CLIENT;
      case PRODUCER -> SpanKind.PRODUCER;
      case CONSUMER -> SpanKind.CONSUMER;
    };
  }

  @Override
  public long dropped() {
    return exporter.lost() + queue.dropped();
  }

  @Override
  public void close() {
    CompletableResultCode ended = provider.shutdown();
    ended.join(farewell.toMillis(), TimeUnit.MILLISECONDS);
    meters.shutdown();
  }
}
