package signpost.notifier.telling;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.notifier.decision.OwnerDecision.DecidedMessage;
import signpost.notifier.finding.FindingStore;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;

/** The writing of a message: it belongs to the visit it tells of, or goes back to each of them. */
final class TellingSpan {
  private TellingSpan() {}

  static SpanPlan of(Handle handle, DecidedMessage telling, String channel) {
    List<String> visits =
        telling.items().stream()
            .flatMap(item -> FindingStore.trace(handle, item.finding().id()).stream())
            .distinct()
            .toList();
    return of(visits)
        .with("signpost.channel", channel)
        .with("signpost.message.kind", telling.kind().name())
        .with("signpost.findings", telling.items().size());
  }

  static SpanPlan of(List<String> visits) {
    return switch (visits.size()) {
      case 0 -> plan(new SpanParent.CarriedTrace(Optional.empty()));
      case 1 -> plan(new SpanParent.CarriedTrace(Optional.of(visits.getFirst())));
      default -> plan(new SpanParent.NewTrace()).linked(visits);
    };
  }

  private static SpanPlan plan(SpanParent parent) {
    return SpanPlan.of("tell", SpanRole.INTERNAL, parent);
  }
}
