package signpost.search.account;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.search.audit.LinkLog;
import signpost.search.audit.RefusalLog;

/** Forgets sessions and guesses in time, though nobody signs in or guesses any more. */
@Context
final class AccessUpkeep {
  private static final Duration EVERY = Duration.ofHours(1);

  private final Sessions sessions;
  private final GuessLimit limit;
  private final RefusalLog refusals;
  private final LinkLog links;
  private final SupervisedLoop loop;

  AccessUpkeep(
      Sessions sessions,
      GuessLimit limit,
      RefusalLog refusals,
      LinkLog links,
      Supervisor supervisor) {
    this.sessions = sessions;
    this.limit = limit;
    this.refusals = refusals;
    this.links = links;
    this.loop =
        supervisor.start(
            LoopPlan.of("access-upkeep", "Forgetting sessions and guesses that ended", EVERY)
                .unneeded(),
            LoopWork.steps(this::step));
  }

  private boolean step() {
    sessions.forget();
    limit.forget();
    refusals.tell();
    links.tell();
    return false;
  }

  @PreDestroy
  void close() {
    loop.close();
  }
}
