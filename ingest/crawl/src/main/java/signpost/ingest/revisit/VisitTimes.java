package signpost.ingest.revisit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.HabitStore;
import signpost.ingest.frontier.HostHints;
import signpost.ingest.frontier.KnownTarget;
import signpost.ingest.frontier.TargetKind;
import signpost.web.schedule.HintTrust;
import signpost.web.schedule.HostBudget;
import signpost.web.schedule.HostBudget.PlannedTarget;
import signpost.web.schedule.VisitHabit;
import signpost.web.schedule.VisitPlan;

/** How long targets that are well wait for their next visits, from what visits have shown. */
@Singleton
public final class VisitTimes {
  private static final Duration RECKONED_EVERY = Duration.ofDays(1);

  private final IngestConfig config;
  private final VisitBudget budget;
  private final Map<String, HostDearness> dearness = new ConcurrentHashMap<>();

  private record HostDearness(double times, Instant at) {}

  /** {@code config} says what is promised, {@code budget} how much else a host bears. */
  public VisitTimes(IngestConfig config, VisitBudget budget) {
    this.config = config;
    this.budget = budget;
  }

  /** How long a target may wait for its next visit, by what is known before this one. */
  public Duration every(Handle handle, KnownTarget target, Instant now) {
    return every(handle, target, HabitStore.habit(target.habit()), now);
  }

  /** Adds whether it had changed since it was last seen; when it is to be visited again. */
  public Instant seen(Handle handle, KnownTarget target, boolean changed, Instant now) {
    VisitHabit before = HabitStore.habit(target.habit());
    VisitHabit after = before.seen(changed, now);
    HabitStore.keep(handle, target.url(), after);
    learn(handle, target.url().origin(), before, changed);
    return now.plus(every(handle, target, after, now));
  }

  private static void learn(Handle handle, String host, VisitHabit before, boolean changed) {
    boolean said = before.hintedAt().isPresent();
    if (before.listed().isPresent() && before.seenAt().isPresent() && (said || changed)) {
      HostHints hints = HabitStore.hints(handle, host);
      HabitStore.keep(handle, host, hints.trusting(hints.trust().after(said, changed)));
    }
  }

  private Duration every(Handle handle, KnownTarget target, VisitHabit habit, Instant now) {
    String host = target.url().origin();
    // of a page that no sitemap lists nobody tells us, however trusted
    HintTrust trust = habit.listed().isPresent() ? trust(handle, host) : HintTrust.NEW;
    return plan(target.kind(), target.placed())
        .dearer(dearness(handle, host, now))
        .wait(habit.untold(trust));
  }

  private static HintTrust trust(Handle handle, String host) {
    return HabitStore.hints(handle, host).trust();
  }

  private VisitPlan plan(TargetKind kind, boolean placed) {
    return placed
        ? VisitPlan.placed(config.placedEvery())
        : kind.isRead() ? VisitPlan.read() : VisitPlan.linked(config.othersEvery());
  }

  private double dearness(Handle handle, String host, Instant now) {
    return dearness
        .compute(
            host,
            (_, known) ->
                known != null && now.isBefore(known.at().plus(RECKONED_EVERY))
                    ? known
                    : new HostDearness(
                        HostBudget.dearness(targets(handle, host), budget.hostBudget()), now))
        .times();
  }

  private List<PlannedTarget> targets(Handle handle, String host) {
    HintTrust trust = trust(handle, host);
    return HabitStore.of(handle, host).stream()
        .map(it -> new PlannedTarget(plan(it.kind(), it.placed()), it.habit().untold(trust)))
        .toList();
  }
}
