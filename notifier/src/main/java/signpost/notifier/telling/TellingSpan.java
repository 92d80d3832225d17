package signpost.notifier.telling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.notifier.decision.OwnerDecision.DecidedMessage;
import signpost.notifier.finding.FindingStore;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;
import signpost.trace.TraceLine;

/**
 * The writing of a message: it belongs to the visit if all it tells of is of one, and else goes
 * back to each.
 */
final class TellingSpan {
  /** As many links has a span of OpenTelemetry's. */
  private static final int MOST_LINKS = 128;

  /** Of so many findings the trace is looked up. */
  private static final int MOST_FINDINGS = 1_000;

  private TellingSpan() {}

  static SpanPlan of(Handle handle, DecidedMessage telling, String channel) {
    List<String> findings = telling.items().stream().map(item -> item.finding().id()).toList();
    Map<String, String> traces =
        FindingStore.traces(handle, findings.stream().distinct().limit(MOST_FINDINGS).toList());
    return of(findings.stream().map(id -> Optional.ofNullable(traces.get(id))).toList())
        .with("signpost.channel", channel)
        .with("signpost.message.kind", telling.kind().name())
        .with("signpost.findings", findings.size());
  }

  /** {@code visits} are of the findings, each as a {@code traceparent} if it has one. */
  static SpanPlan of(List<Optional<String>> visits) {
    Map<String, String> traces = new LinkedHashMap<>();
    visits.stream()
        .flatMap(Optional::stream)
        .forEach(line -> traces.putIfAbsent(TraceLine.trace(line), line));
    List<String> lines = traces.values().stream().limit(MOST_LINKS).toList();
    if (lines.isEmpty()) {
      return plan(new SpanParent.CarriedTrace(Optional.empty()));
    }
    return lines.size() == 1 && visits.stream().allMatch(Optional::isPresent)
        ? plan(new SpanParent.CarriedTrace(Optional.of(lines.getFirst())))
        : plan(new SpanParent.NewTrace()).linked(lines);
  }

  private static SpanPlan plan(SpanParent parent) {
    return SpanPlan.of("tell", SpanRole.INTERNAL, parent);
  }
}
