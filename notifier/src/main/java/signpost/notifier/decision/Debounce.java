package signpost.notifier.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** News waits for company, and on while company comes, as when a whole site was rebuilt. */
record Debounce(TellingPolicy policy, Instant now) implements Stage {
  /** However much company keeps coming, the first of it waits no longer than so many times. */
  private static final int MOST = 6;

  @Override
  public Passed pass(List<Pending> pending) {
    Map<String, Instant> waiting = new HashMap<>();
    Stage.atOnce(pending)
        .forEach((guide, news) -> {
          Instant ready = ready(news, policy, now);
          if (ready.isAfter(now)) {
            waiting.put(guide, ready);
          }
        });
    return Passed.unless(
        pending,
        one ->
            Optional.ofNullable(waiting.get(one.group().guide()))
                .filter(_ -> one.route() == Pending.Route.AT_ONCE)
                .map(until -> one.held(HeldReason.COMPANY, Optional.of(until))));
  }

  /** When news of one guide, of which there is some, has waited long enough. */
  static Instant ready(List<Pending> news, TellingPolicy policy, Instant now) {
    List<Instant> happened =
        news.stream()
            .map(one -> one.candidate().newsAt(now))
            .sorted(Comparator.naturalOrder())
            .toList();
    Instant most = happened.getFirst().plus(policy.debounce().multipliedBy(MOST));
    Instant quiet = happened.getLast().plus(policy.debounce());
    return quiet.isBefore(most) ? quiet : most;
  }
}
