package signpost.record.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.TraceCollector;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;
import signpost.trace.Traces;
import signpost.trace.TracesConfig;

/** A span of what is written. */
final class CommittedSpansTest {
  private static Supplier<SpanPlan> span(String name) {
    return () -> SpanPlan.of(name, SpanRole.INTERNAL, new SpanParent.NewTrace());
  }

  @Test
  void whatIsUndoneHasNoneAndWhatIsDoneAgainHasOne(@TempDir Path folder) {
    try (Database database = Databases.sqlite(folder);
        TraceCollector collector = new TraceCollector();
        Traces traces = Traces.of(TracesConfig.at(collector.endpoint(), 1), "ingest")) {
      CommittedSpans spans = new CommittedSpans(database, traces);
      assertThatThrownBy(() ->
              database.write(handle -> {
                spans.in(span("process"), _ -> true);
                throw new IllegalStateException("the next record is bad");
              }))
          .hasMessage("the next record is bad");
      database.write(handle -> spans.in(span("process"), _ -> true));
      database.write(handle -> spans.in(span("after"), _ -> true));

      assertThat(collector.awaited("after")).isNotNull();
      assertThat(collector.spans())
          .extracting(TraceCollector.SeenSpan::name)
          .containsExactly("process", "after");
    }
  }
}
