package signpost.ingest.route;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.frontier.Lease;
import signpost.record.LoopHealth;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.record.TroubleCause;

/**
 * Hands due URLs of ready hosts to a fixed number of virtual threads, each of which takes one
 * through {@code direct:visit}. No thread waits for a host: one that may not be asked yet is not
 * leased.
 */
@Context
final class Dispatcher implements ApplicationEventListener<ServerStartupEvent> {
  /** A page at which we fail may be dealt with by the next version; meanwhile it costs little. */
  private static final Duration PUT_OFF = Duration.ofHours(6);

  private static final Duration HOST_RESTS = Duration.ofMinutes(1);

  private final Frontier frontier;
  private final VisitRun run;
  private final IngestConfig config;
  private final Supervisor supervisor;
  private final LoopHealth visits;
  private final VisitOutcomes outcomes;
  private final InstantSource clock;
  private final InstantSource wall;
  private final Semaphore slots;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean open = true;
  private volatile @Nullable SupervisedLoop loop;

  Dispatcher(
      Frontier frontier,
      VisitRun run,
      IngestConfig config,
      Supervisor supervisor,
      @Named("visits") LoopHealth visits,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.frontier = frontier;
    this.run = run;
    this.config = config;
    this.supervisor = supervisor;
    this.visits = visits;
    this.outcomes = new VisitOutcomes(visits);
    this.clock = clock;
    this.wall = wall;
    this.slots = new Semaphore(config.workers());
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    loop =
        supervisor.start(
            LoopPlan.of("dispatcher", "Choosing which pages to visit", config.poll())
                // It waits for a free worker, and no visit goes on after its lease.
                .withPatience(config.lease().multipliedBy(2)),
            LoopWork.steps(this::dispatch));
  }

  private boolean dispatch() throws InterruptedException {
    slots.acquire();
    int free = 1 + slots.drainPermits();
    int handed = 0;
    try {
      for (Lease lease : leased(free)) {
        handed++;
        workers.execute(() -> visit(lease));
      }
    } finally {
      slots.release(free - handed);
    }
    return handed > 0;
  }

  private List<Lease> leased(int most) {
    return open && frontier.anyReady(clock.instant(), wall.instant())
        ? frontier.lease(most, clock.instant(), wall.instant(), config.lease())
        : List.of();
  }

  private void visit(Lease lease) {
    try {
      run.make(lease, outcomes::done, thrown -> failed(lease, thrown));
    } finally {
      slots.release();
      wake();
    }
  }

  /** Something of ours failed, maybe at this page alone, and then only it must wait. */
  private void failed(Lease lease, Throwable thrown) {
    if (!open) {
      return;
    }
    visits.failed(new IllegalStateException("in the visit of " + lease.url(), thrown));
    if (!TroubleCause.of(thrown).isPassing()) {
      frontier.putOff(lease, clock.instant().plus(PUT_OFF), wall.instant().plus(HOST_RESTS));
      outcomes.putOff();
    }
  }

  private void wake() {
    SupervisedLoop running = loop;
    if (running != null) {
      running.wake();
    }
  }

  /** Stops leasing and waits a moment for the visits under way; the rest expire by themselves. */
  @PreDestroy
  void close() throws InterruptedException {
    open = false;
    slots.release();
    SupervisedLoop running = loop;
    if (running != null) {
      running.close();
    }
    workers.shutdown();
    if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
      workers.shutdownNow();
    }
  }
}
