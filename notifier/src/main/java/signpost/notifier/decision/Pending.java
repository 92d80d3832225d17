package signpost.notifier.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.notifier.decision.OwnerDecision.DecidedFinding;
import signpost.notifier.finding.Finding;

/** A candidate of a group on its way through the stages, and the way it would be told by now. */
record Pending(GuideGroup group, AlertCandidate candidate, Route route) {

  /** How it is told. What is over the day's cap goes into the daily summary. */
  enum Route {
    AT_ONCE,
    FIRST_REPORT,
    DAILY,
    OVER_CAP,
    WEEKLY
  }

  /** All of a group, first what its owner heard of, then the oldest. */
  static Stream<Pending> of(GuideGroup group) {
    return group.candidates().stream()
        .sorted(
            Comparator.comparing((AlertCandidate c) -> c.told().isEmpty())
                .thenComparing(c -> c.finding().openedAt())
                .thenComparing(c -> c.finding().id()))
        .map(candidate -> new Pending(group, candidate, Route.AT_ONCE));
  }

  Pending by(Route other) {
    return new Pending(group, candidate, other);
  }

  Finding finding() {
    return candidate.finding();
  }

  Held held(HeldReason reason) {
    return held(reason, Optional.empty());
  }

  Held held(HeldReason reason, Optional<Instant> until) {
    return new Held(group.guide(), finding(), reason, until);
  }

  DecidedFinding item(Instant now) {
    return new DecidedFinding(
        group.guide(), finding(), candidate.told(), candidate.newsAt(now), candidate.isEscalated());
  }
}
