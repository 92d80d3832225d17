package signpost.notifier.delivery;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import signpost.notifier.NotifierConfig;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.record.store.TurnKeeper;

/**
 * Keeps messages going out: looks which lanes have something due and sees to it that each has one
 * sender at work, so that no receiver waits for another. Of several notifiers on one database one
 * sends, and another goes on when that is gone.
 */
@Context
public final class SenderLoop {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Exit exit;
  private final DeliveryLedger ledger;
  private final LostMail lost;
  private final InstantSource clock;
  private final InstantSource wall;
  private final Map<ReceiverLane, LaneSender> senders = new HashMap<>();
  private final Map<ReceiverLane, Thread> working = new ConcurrentHashMap<>();
  private final TurnKeeper turn;
  private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
  private final SupervisedLoop loop;
  private volatile boolean open = true;
  private volatile boolean mine;

  SenderLoop(
      Exit exit,
      DeliveryLedger ledger,
      LostMail lost,
      NotifierConfig config,
      Supervisor supervisor,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.exit = exit;
    this.ledger = ledger;
    this.lost = lost;
    this.turn = ledger.turn();
    this.clock = clock;
    this.wall = wall;
    this.loop =
        supervisor.start(
            LoopPlan.of("notifier-send", "Sending what owners are told", config.tick()),
            LoopWork.steps(this::step));
  }

  /** Messages were entered into the ledger. */
  public void wake() {
    loop.wake();
  }

  /** Whether messages go out, or would. */
  public boolean isWell() {
    return loop.isWell();
  }

  private boolean step() throws Exception {
    Throwable before = trouble.getAndSet(null);
    if (before != null) {
      throw new IllegalStateException("a lane stopped", before);
    }
    mine = false; // also when it cannot be asked
    mine = turn.holds();
    if (!mine) {
      return false; // another notifier of this database sends
    }
    Set<ReceiverLane> due = new HashSet<>();
    for (DeliveryChannel channel : exit.channels()) {
      for (String owner : ledger.dueOwners(channel.names(), wall.instant())) {
        ReceiverLane lane = channel.lane(owner);
        senders.computeIfAbsent(
            lane, it -> new LaneSender(channel, it, exit, ledger, lost, clock, wall));
        due.add(lane);
      }
    }
    senders.forEach((lane, sender) -> {
      if ((due.contains(lane) || sender.hasUnwritten()) && !working.containsKey(lane)) {
        begin(lane, sender);
      }
    });
    return false;
  }

  private void begin(ReceiverLane lane, LaneSender sender) {
    Thread thread = Thread.ofVirtual().name("notifier-send").unstarted(() -> work(lane, sender));
    working.put(lane, thread);
    thread.start();
  }

  private void work(ReceiverLane lane, LaneSender sender) {
    try {
      boolean more = true;
      while (open && mine && more) {
        more = sender.step();
      }
    } catch (InterruptedException _) {
      // The module is closed; what was in flight is released.
    } catch (Throwable thrown) { // The loop tells it, and tries again when it should.
      trouble.set(thrown);
    } finally {
      working.remove(lane);
      loop.wake();
    }
  }

  /** What is in flight has a moment to end, and is taken up again if it does not. */
  @PreDestroy
  void close() throws InterruptedException {
    open = false;
    loop.close();
    long end = System.nanoTime() + GRACE.toNanos();
    for (Thread thread : working.values()) {
      if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
        thread.interrupt();
      }
    }
    for (Thread thread : working.values()) {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    }
    turn.close();
  }
}
