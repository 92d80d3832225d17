package signpost.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import signpost.kit.TraceCollector;
import signpost.kit.TraceCollector.SeenSpan;

/** What a collector of traces gets. */
final class CollectedTracesTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SAMPLED = "00-" + TRACE + "-b7ad6b7169203331-01";
  private static final String UNSAMPLED = "00-" + TRACE + "-b7ad6b7169203331-00";

  private final TraceCollector collector = new TraceCollector();
  private final Traces traces = Traces.of(config(1), "ingest");

  private TracesConfig config(double ratio) {
    return TracesConfig.at(collector.endpoint(), ratio);
  }

  @AfterEach
  void stop() {
    traces.close();
    collector.close();
  }

  private static SpanPlan begin(String name) {
    return SpanPlan.of(name, SpanRole.INTERNAL, new SpanParent.NewTrace());
  }

  private static SpanPlan within(String name) {
    return SpanPlan.of(name, SpanRole.CLIENT, new SpanParent.CurrentWork());
  }

  private static SpanPlan carried(String name, String header) {
    return SpanPlan.of(name, SpanRole.CONSUMER, new SpanParent.CarriedTrace(Optional.of(header)));
  }

  /** What waits is sent when a part ends. */
  private SeenSpan seen(String name) {
    traces.close();
    return collector.awaited(name);
  }

  @Test
  void spanSaysWhoseItIsAndWhatWasSaidOfIt() {
    traces.run(
        () -> begin("visit").with("url.full", "https://a.example/"),
        span -> {
          span.note("http.response.status_code", 404);
          span.failed("404");
        });

    SeenSpan visit = seen("visit");
    assertThat(visit.service()).isEqualTo("signpost-ingest");
    assertThat(visit.parent()).isEmpty();
    assertThat(visit.attributes())
        .isEqualTo(
            Map.of(
                "url.full",
                "https://a.example/",
                "http.response.status_code",
                "404",
                "error.type",
                "404"));
    assertThat(visit.span().getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
  }

  @Test
  void workInASpanBelongsToItOnAnotherThreadToo() {
    traces.run(
        () -> begin("visit"),
        _ -> {
          OpenSpan here = CurrentSpan.get();
          CompletableFuture.runAsync(
                  () -> here.around(() -> traces.in(() -> within("GET"), _ -> true)))
              .join();
        });

    SeenSpan get = seen("GET");
    assertThat(get.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
    assertThat(get.trace()).isEqualTo(seen("visit").trace());
    assertThat(get.parent()).isEqualTo(seen("visit").id());
  }

  @Test
  void whatIsCarriedGoesOnWhereItWas() {
    String onwards =
        traces.in(
            () -> carried("process", SAMPLED),
            span -> TraceLine.in(TraceLine.onto(Map.of(), span)).orElseThrow());

    SeenSpan process = seen("process");
    assertThat(process.trace()).isEqualTo(TRACE);
    assertThat(process.parent()).isEqualTo("b7ad6b7169203331");
    assertThat(onwards).isEqualTo("00-" + TRACE + "-" + process.id() + "-01");
  }

  @Test
  void messageThatTellsOfSeveralVisitsGoesBackToEach() {
    traces.run(() -> begin("tell").linked(List.of(SAMPLED, "rubbish")), _ -> {});

    assertThat(seen("tell").links()).containsExactly(TRACE);
    assertThat(seen("tell").trace()).isNotEqualTo(TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rubbish",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "00-\u0000af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01",
        "00-<script>alert(1)</script>0000000-b7ad6b7169203331-01"
      })
  void workOfARecordWhoseHeaderIsNoneIsDoneAndTracedByNobody(String header) {
    Optional<String> carriedOn = traces.in(() -> carried("process", header), OpenSpan::traceparent);
    traces.run(() -> begin("afterwards"), _ -> {});

    assertThat(carriedOn).isEmpty();
    assertThat(seen("afterwards").parent()).isEmpty();
    assertThat(collector.spans()).hasSize(1);
  }

  @Test
  void headerOfAnyLengthHarmsNobody() {
    String long_ = SAMPLED.substring(0, 54) + "1".repeat(1_000_000);

    assertThat(traces.in(() -> carried("process", long_), OpenSpan::traceparent)).isEmpty();
  }

  @Test
  void whatIsNotSampledIsCarriedOnAndSentNowhere() {
    String onwards =
        traces.in(() -> carried("process", UNSAMPLED), span -> span.traceparent().orElseThrow());
    traces.run(() -> begin("afterwards"), _ -> {});

    assertThat(onwards).startsWith("00-" + TRACE).endsWith("-00");
    assertThat(seen("afterwards")).isNotNull();
    assertThat(collector.spans()).hasSize(1);
  }

  @Test
  void whatShallBeForgottenIsSentNowhere() {
    traces.run(() -> begin("visit"), OpenSpan::forget);
    traces.run(() -> begin("afterwards"), _ -> {});

    assertThat(seen("afterwards")).isNotNull();
    assertThat(collector.spans()).hasSize(1);
  }

  @Test
  void ofVisitsNoMoreAreTracedThanTheRatioSays() {
    try (Traces none = Traces.of(config(0), "ingest")) {
      none.run(() -> begin("visit"), span -> assertThat(span.traceparent()).isPresent());
    }
    traces.run(() -> begin("afterwards"), _ -> {});

    assertThat(seen("afterwards")).isNotNull();
    assertThat(collector.spans()).hasSize(1);
  }

  @Test
  void logLinesOfWorkInASpanNameItsTrace() {
    traces.run(
        () -> begin("visit"),
        span -> {
          String trace = span.traceparent().orElseThrow().substring(3, 35);
          assertThat(MDC.get(CollectedSpan.TRACE_ID)).isEqualTo(trace);
          traces.run(
              () -> carried("process", SAMPLED),
              _ -> assertThat(MDC.get(CollectedSpan.TRACE_ID)).isEqualTo(TRACE));
          traces.run(
              () -> carried("process", UNSAMPLED),
              _ -> assertThat(MDC.get(CollectedSpan.TRACE_ID)).as("nobody finds it").isNull());
          assertThat(MDC.get(CollectedSpan.TRACE_ID)).isEqualTo(trace);
        });

    assertThat(MDC.get(CollectedSpan.TRACE_ID)).isNull();
  }

  @Test
  void whatIsThrownIsThrownOnAndNamedWithoutItsWords() {
    IllegalStateException thrown = new IllegalStateException("mk@council.test is no address");

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() ->
                traces.run(
                    () -> begin("visit"),
                    _ -> {
                      throw thrown;
                    })))
        .isSameAs(thrown);
    assertThat(seen("visit").attributes()).isEqualTo(Map.of("error.type", "IllegalStateException"));
    assertThat(seen("visit").span().toString()).doesNotContain("council.test");
  }
}
