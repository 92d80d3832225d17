package signpost.notifier.telling;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import signpost.notifier.NotifierConfig;
import signpost.notifier.delivery.SenderLoop;
import signpost.notifier.news.CatalogueNews;
import signpost.notifier.upkeep.TimedUpkeep;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.record.TroubleCause;

/**
 * Keeps decisions going, while the intake has caught up since it connected: half a history would be
 * told as if it were the present.
 */
@Context
public final class DecisionLoop {
  private final DecisionRun decisions;
  private final TimedUpkeep upkeep;
  private final CatalogueNews news;
  private final SenderLoop sender;
  private final InstantSource clock;
  private final SupervisedLoop loop;
  private volatile boolean caughtUp;

  DecisionLoop(
      DecisionRun decisions,
      TimedUpkeep upkeep,
      CatalogueNews news,
      SenderLoop sender,
      NotifierConfig config,
      Supervisor supervisor,
      @Named("clock") InstantSource clock) {
    this.decisions = decisions;
    this.upkeep = upkeep;
    this.news = news;
    this.sender = sender;
    this.clock = clock;
    this.loop =
        supervisor.start(
            LoopPlan.of("notifier-decide", "Deciding who is told", config.tick()),
            LoopWork.steps(this::step));
  }

  /** The intake connects, or another notifier reads: there may be much that it does not know. */
  public void pause() {
    caughtUp = false;
  }

  /** The intake knows all that stood in the topics when it connected, or came meanwhile. */
  public void begin() {
    caughtUp = true;
    loop.wake();
  }

  /** Something happened. */
  public void wake() {
    loop.wake();
  }

  /** Whether decisions are made. */
  public boolean isWell() {
    return loop.isWell();
  }

  private boolean step() {
    Instant now = clock.instant();
    upkeep.readOwners();
    Housekeeping house = new Housekeeping();
    house.keep(() -> upkeep.reroute(now));
    house.keep(() -> tellOps(now));
    boolean decided = false;
    if (caughtUp) {
      house.keep(() -> upkeep.step(now));
      decided = decisions.step();
    }
    if (decided) {
      sender.wake();
    }
    house.keep(() -> upkeep.forgetOld(now)); // last: whoever is told is as the files say now
    house.end();
    return decided;
  }

  private void tellOps(Instant now) {
    if (news.step(now)) {
      sender.wake();
    }
  }

  /** What comes before the decisions, and must not keep owners from being told. */
  private static final class Housekeeping {
    private @Nullable RuntimeException failure;

    /** What passes by itself would meet the decisions as well. */
    void keep(Runnable work) {
      try {
        work.run();
      } catch (RuntimeException e) {
        if (TroubleCause.of(e).isPassing()) {
          throw e;
        }
        failure = e;
      }
    }

    /** Throws what went wrong, now that it harms nobody: the loop says so and tries again. */
    void end() {
      if (failure != null) {
        throw failure;
      }
    }
  }

  @PreDestroy
  void close() {
    loop.close();
  }
}
