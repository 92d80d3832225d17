package signpost.ingest.successor;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.ingest.IngestConfig;
import signpost.ingest.successor.RememberedTargets.RememberedTarget;
import signpost.ingest.successor.SearchedTarget.SearchResult;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.record.TroubleCause;
import signpost.record.outbox.Relay;
import signpost.record.store.Database;
import signpost.record.store.TurnKeeper;
import signpost.url.CanonicalUrl;

/**
 * Looks for pages that ended, a few publishers at once and each on a thread of its own, so that a
 * slow site keeps no other waiting. What was under way when the process died is due still. Of
 * several ingests on one database one looks.
 */
@Context
final class SuccessorLoop {
  private static final Logger LOG = LoggerFactory.getLogger(SuccessorLoop.class);
  private static final int AT_ONCE = 4;

  private final Database database;
  private final SuccessorSearches searches;
  private final PublisherSearch asking;
  private final Relay relay;
  private final InstantSource clock;
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final SupervisedLoop loop;
  private volatile boolean open = true;

  SuccessorLoop(
      Database database,
      SuccessorSearches searches,
      PublisherSearch asking,
      Relay relay,
      Supervisor supervisor,
      IngestConfig config,
      @Named("clock") InstantSource clock) {
    this.database = database;
    this.searches = searches;
    this.asking = asking;
    this.relay = relay;
    this.clock = clock;
    this.loop =
        supervisor.start(
            LoopPlan.of("successors", "Looking for where pages went", config.tick()),
            SuccessorLife::new);
  }

  /** One of several processes looks, as long as it can. */
  private final class SuccessorLife implements LoopWork.LoopLife {
    private final TurnKeeper turn = new TurnKeeper(database, "successors");

    @Override
    public boolean step() {
      if (turn.holds()) {
        begin();
      }
      return false;
    }

    @Override
    public void close() {
      turn.close();
    }
  }

  private void begin() {
    forgetUnplaced();
    Instant now = clock.instant();
    for (String publisher : database.read(handle -> SuccessorRows.duePublishers(handle, now))) {
      if (open && !underWay.contains(publisher) && slots.tryAcquire()) {
        underWay.add(publisher);
        workers.execute(() -> look(publisher));
      }
    }
  }

  /** Who places a page anew does not want what was found before. */
  private void forgetUnplaced() {
    List<CanonicalUrl> unplaced = database.read(SuccessorRows::unplaced);
    if (!unplaced.isEmpty()) {
      database.write(handle -> {
        unplaced.forEach(it -> SuccessorRows.forget(handle, it));
        return unplaced.size();
      });
    }
  }

  private void look(String publisher) {
    try {
      search(publisher);
    } catch (InterruptedException _) {
      Thread.currentThread()
          .interrupt(); // It is being closed; what is due is due at the next start.
    } catch (Throwable thrown) { // An Error must not end in a thread that nobody looks at.
      failed(publisher, thrown);
    } finally {
      underWay.remove(publisher);
      slots.release();
      loop.wake();
    }
  }

  private void search(String publisher) throws InterruptedException {
    Instant began = clock.instant();
    List<SearchedTarget> due = database.read(handle -> SuccessorRows.of(handle, publisher, began));
    Map<SearchedTarget, RememberedTarget> known = new LinkedHashMap<>();
    due.forEach(it -> remembered(it).ifPresent(page -> known.put(it, page)));
    asking.look(known, this::keep);
  }

  /** Empty, too, where it cannot be read: one target must not stop another. */
  private Optional<RememberedTarget> remembered(SearchedTarget due) {
    try {
      return database.read(handle -> RememberedTargets.of(handle, due.target()));
    } catch (IllegalStateException e) {
      LOG.error("What is kept of {} cannot be read: it is looked for later", due.target(), e);
      keep(due, new SearchResult.Failed());
      return Optional.empty();
    }
  }

  private void keep(SearchedTarget target, SearchResult result) {
    Instant now = clock.instant();
    database.write(handle -> {
      searches.keep(handle, target, target.after(result, now), now);
      return true;
    });
    relay.wake();
  }

  private void failed(String publisher, Throwable thrown) {
    if (!open || TroubleCause.of(thrown).isPassing()) {
      return; // The loop meets the same trouble, and says so.
    }
    LOG.error(
        "Looking for pages of {} fails and is put off by {} h",
        publisher,
        SearchedTarget.PUT_OFF.toHours(),
        thrown);
    Instant now = clock.instant();
    database.write(
        handle -> SuccessorRows.putOff(handle, publisher, now, now.plus(SearchedTarget.PUT_OFF)));
  }

  @PreDestroy
  void close() throws InterruptedException {
    open = false;
    loop.close();
    workers.shutdownNow();
    boolean _ = workers.awaitTermination(2, TimeUnit.SECONDS);
  }
}
