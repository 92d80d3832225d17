package signpost.notifier.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import signpost.notifier.decision.Pending.Route;

/** What waits is told at the first summary after the oldest of it happened. */
record Summarise(DecisionView view, TellingPolicy policy) implements Stage {
  @Override
  public Passed pass(List<Pending> pending) {
    Optional<Instant> daily =
        due(
            pending,
            Summarise::isDaily,
            at -> DigestCalendar.daily(at, policy.digestAt(), view.zone()));
    Optional<Instant> weekly =
        due(
            pending,
            one -> one.route() == Route.WEEKLY,
            at -> DigestCalendar.weekly(at, policy.digestAt(), view.zone()));
    return Passed.unless(
        pending,
        one ->
            (switch (one.route()) {
                  case AT_ONCE, FIRST_REPORT -> Optional.<Instant>empty();
                  case DAILY, OVER_CAP -> daily;
                  case WEEKLY -> weekly;
                })
                .filter(view.now()::isBefore)
                .map(until -> one.held(reason(one), Optional.of(until))));
  }

  private Optional<Instant> due(
      List<Pending> pending, Predicate<Pending> which, UnaryOperator<Instant> schedule) {
    return pending.stream()
        .filter(which)
        .map(one -> schedule.apply(one.candidate().newsAt(view.now())))
        .min(Comparator.naturalOrder());
  }

  private static boolean isDaily(Pending one) {
    return one.route() == Route.DAILY || one.route() == Route.OVER_CAP;
  }

  private static HeldReason reason(Pending one) {
    return one.route() == Route.OVER_CAP ? HeldReason.OVER_CAP : HeldReason.SUMMARY;
  }
}
