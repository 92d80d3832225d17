package signpost.bench.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import signpost.bench.Figures;
import signpost.events.Topics;
import signpost.record.outbox.Outbox;
import signpost.record.store.Database;

/** Somebody who writes all the time, a write every hundredth of a second, and times each. */
final class TimedWrites implements Runnable {
  private static final Duration EVERY = Duration.ofMillis(10);

  private final Database database;
  private final Outbox outbox;
  private final List<Duration> waits = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("writes").unstarted(this);
  private volatile boolean going = true;

  private TimedWrites(Database database) {
    this.database = database;
    this.outbox = new Outbox(database);
  }

  static TimedWrites to(Database database) {
    TimedWrites writes = new TimedWrites(database);
    writes.thread.start();
    return writes;
  }

  @Override
  public void run() {
    while (going) {
      long started = System.nanoTime();
      database.write(handle -> {
        outbox.remove(handle, Topics.HEALTH, "https://example.org/meanwhile", Instant.EPOCH);
        return 1;
      });
      waits.add(Duration.ofNanos(System.nanoTime() - started));
      try {
        Thread.sleep(EVERY);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /** How long each waited, until now. */
  Figures ended() throws InterruptedException {
    going = false;
    thread.join();
    return Figures.of(waits);
  }
}
