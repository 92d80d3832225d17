package signpost.bench.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import signpost.events.HealthEvent.HealthJudged;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.Lease;
import signpost.ingest.frontier.SqlFrontier;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.TargetStore;
import signpost.ingest.frontier.WatchedUrl;
import signpost.record.outbox.Outbox;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;
import signpost.web.health.HealthExplanations;
import signpost.web.health.HostView;
import signpost.web.health.Judge;
import signpost.web.health.Judgement;
import signpost.web.health.Observation;
import signpost.web.health.TargetState;

/**
 * Fills a frontier and takes from it: each visit is leased, judged to be well, and completed in a
 * transaction with its state, the event that tells of it and its host's next turn, as ingest does.
 */
final class FrontierRun {
  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
  private static final Duration EVERY = Duration.ofDays(1);
  private static final int LOAD = 5_000;
  private static final Observation WELL =
      new Observation.TargetWorks("GET: 200 OK", Optional.empty(), Optional.empty());

  private final Database database;
  private final Frontier frontier;
  private final Outbox outbox;
  private final Judge judge = new Judge(EVERY);

  FrontierRun(Database database) {
    this.database = database;
    this.frontier = new SqlFrontier(database);
    this.outbox = new Outbox(database);
  }

  /** Makes so many URLs known; how many a second. */
  double load(int urls, int hosts) {
    long started = System.nanoTime();
    for (int from = 0; from < urls; from += LOAD) {
      List<WatchedUrl> watches =
          IntStream.range(from, Math.min(urls, from + LOAD))
              .mapToObj(url -> watch(url, hosts))
              .toList();
      database.write(handle -> {
        frontier.watch(handle, watches);
        return watches.size();
      });
    }
    return urls / secondsSince(started);
  }

  private static WatchedUrl watch(int number, int hosts) {
    String url = "https://host-" + number % hosts + ".example/guides/page-" + number + ".html";
    return new WatchedUrl(
        new CanonicalUrl(url),
        url,
        TargetKind.RESOURCE,
        true,
        Optional.empty(),
        0,
        START.plusMillis(number % 3_600_000));
  }

  /** Visits {@code most} in batches; how many a second in each batch. */
  List<Double> visit(int batch, int most) {
    List<Double> rates = new ArrayList<>();
    Instant now = START.plus(EVERY);
    for (int done = 0; done < most; now = now.plusSeconds(2)) {
      long started = System.nanoTime();
      int visited = visit(batch, now);
      if (visited == 0) {
        return rates;
      }
      done += visited;
      rates.add(visited / secondsSince(started));
    }
    return rates;
  }

  private int visit(int batch, Instant now) {
    List<Lease> leases = frontier.lease(batch, now, now, Duration.ofMinutes(5));
    CompletableFuture.allOf(
            leases.stream()
                .map(lease -> database.writing(handle -> complete(handle, lease, now)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    return leases.size();
  }

  private boolean complete(Handle handle, Lease lease, Instant now) {
    Judgement judgement = judge.judge(TargetState.NEW, WELL, HostView.WELL, now);
    TargetStore.judged(handle, lease.url(), judgement.after(), now);
    outbox.put(handle, event(lease, judgement, now), now);
    return frontier.complete(
        handle,
        lease,
        judgement.nextCheckAt(),
        new HostAfter(now.plusSeconds(1), Optional.empty(), "GET: 200 OK", now));
  }

  private static HealthJudged event(Lease lease, Judgement judgement, Instant now) {
    return new HealthJudged(
        lease.url(),
        judgement.after().health(),
        HealthExplanations.of(judgement.after().health(), lease.url()),
        true,
        Optional.of(lease.requestUrl()),
        now,
        Optional.of(judgement.nextCheckAt()),
        judgement.after().tried(),
        List.of());
  }

  private static double secondsSince(long started) {
    return (System.nanoTime() - started) / 1e9;
  }
}
