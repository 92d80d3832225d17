package signpost.notifier.telling;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import signpost.notifier.NotifierConfig;
import signpost.notifier.delivery.SenderLoop;
import signpost.notifier.news.CatalogueNews;
import signpost.notifier.upkeep.TimedUpkeep;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;

/**
 * Keeps decisions going, once the intake has caught up after a start: half a history would be told
 * as if it were the present.
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

  /** The intake knows all that was known when it started. */
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
    upkeep.owners(now);
    boolean told = news.step(now);
    if (caughtUp) {
      upkeep.step(now);
    }
    boolean decided = caughtUp && decisions.step();
    if (decided || told) {
      sender.wake();
    }
    return decided || told;
  }

  @PreDestroy
  void close() {
    loop.close();
  }
}
