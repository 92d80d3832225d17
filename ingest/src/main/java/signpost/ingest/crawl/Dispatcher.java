package signpost.ingest.crawl;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.frontier.Lease;

/**
 * Hands due URLs of ready hosts to a fixed number of virtual threads, each of which takes one
 * through {@code direct:visit}. No thread waits for a host: one that may not be asked yet is not
 * leased.
 */
@Context
final class Dispatcher implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Frontier frontier;
  private final CamelContext camel;
  private final IngestConfig config;
  private final InstantSource clock;
  private final InstantSource wall;
  private final Semaphore slots;
  private final Semaphore signal = new Semaphore(0);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean open = true;

  Dispatcher(
      Frontier frontier,
      CamelContext camel,
      IngestConfig config,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.frontier = frontier;
    this.camel = camel;
    this.config = config;
    this.clock = clock;
    this.wall = wall;
    this.slots = new Semaphore(config.workers());
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    Thread.ofPlatform().name("dispatcher").start(this::dispatch);
  }

  private void dispatch() {
    ProducerTemplate visits = camel.createProducerTemplate();
    while (open) {
      try {
        slots.acquire();
        int free = 1 + slots.drainPermits();
        List<Lease> leases = leaseUpTo(free);
        slots.release(free - leases.size());
        leases.forEach(lease -> workers.execute(() -> visit(visits, lease)));
        if (leases.isEmpty()) {
          signal.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
          signal.drainPermits();
        }
      } catch (InterruptedException _) {
        open = false;
      }
    }
  }

  private List<Lease> leaseUpTo(int free) {
    return open && frontier.anyReady(clock.instant(), wall.instant())
        ? frontier.lease(free, clock.instant(), wall.instant(), config.lease())
        : List.of();
  }

  private void visit(ProducerTemplate visits, Lease lease) {
    try {
      visits.requestBody("direct:visit", lease);
    } catch (CamelExecutionException e) {
      // The lease expires by itself and the visit is made again; the reason must be seen.
      LOG.error("The visit of {} failed inside Signpost", lease.url(), e.getCause());
    } finally {
      slots.release();
      signal.release();
    }
  }

  /** Stops leasing and waits a moment for the visits under way; the rest expire by themselves. */
  @PreDestroy
  void close() throws InterruptedException {
    open = false;
    signal.release();
    workers.shutdown();
    if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
      workers.shutdownNow();
    }
  }
}
