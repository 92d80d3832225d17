package signpost.ingest.visit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.ingest.evidence.EvidenceStep;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.KnownTarget;
import signpost.ingest.frontier.Lease;
import signpost.ingest.frontier.TargetStore;
import signpost.ingest.frontier.UnreadPages;
import signpost.record.meter.SignpostMeter;
import signpost.record.outbox.Relay;
import signpost.record.store.Database;
import signpost.web.extract.Outlink;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest.CacheValidators;
import signpost.web.health.Judgement;

/**
 * Writes down one visit in one transaction: health, revision, links, when to come back, and the
 * events that tell of it. A visit whose lease has run out leaves no trace.
 */
@Singleton
public final class RecordStep {
  private static final Logger LOG = LoggerFactory.getLogger(RecordStep.class);

  /** Validators lie: a page is read whole at least this often. */
  private static final Duration IN_FULL = Duration.ofDays(7);

  private final Database database;
  private final Frontier frontier;
  private final Relay relay;
  private final EvidenceStep evidence;
  private final HealthStep health;
  private final RevisionStep revision;
  private final LinkStep links;
  private final TargetProbes probes;
  private final MeterRegistry meters;
  private final InstantSource clock;

  RecordStep(
      VisitStorage storing,
      HealthStep health,
      RevisionStep revision,
      LinkStep links,
      TargetProbes probes,
      MeterRegistry meters,
      @Named("clock") InstantSource clock) {
    this.database = storing.database();
    this.frontier = storing.frontier();
    this.relay = storing.relay();
    this.evidence = storing.evidence();
    this.health = health;
    this.revision = revision;
    this.links = links;
    this.probes = probes;
    this.meters = meters;
    this.clock = clock;
  }

  /** Writes down a visit of which nothing was read. */
  public void record(Visit visit) {
    boolean written =
        write(
            visit.lease(),
            visit.outcome(),
            visit.host(),
            known(visit.lease(), (handle, target, now) -> judged(handle, target, visit, now)));
    boolean page = visit.lease().kind().isRead(); // of a mere link nothing is kept
    if (written && page && visit.outcome() instanceof Answered answer) {
      evidence.look(visit.lease().url(), answer, false);
    }
  }

  /** Writes down a visit and what was read in it. */
  public void record(PageVisit read) {
    Visit visit = read.visit();
    boolean written =
        write(
            visit.lease(),
            visit.outcome(),
            visit.host(),
            known(visit.lease(), (handle, target, now) -> compared(handle, target, read, now)));
    if (written) {
      evidence.look(visit.lease().url(), read.visit().outcome(), read.page().isPresent());
    }
  }

  /** Remembers what was answered to a probe; the target itself is judged when it is asked. */
  public void record(ProbeVisit visit) {
    write(
        visit.lease(),
        visit.outcome(),
        visit.host(),
        (handle, now) -> probes.done(handle, visit, now));
  }

  /** What is done within the transaction; when the target is due again. */
  private interface Work {
    Instant dueAfter(Handle handle, Instant now);
  }

  private interface TargetWork {
    Instant dueAfter(Handle handle, KnownTarget target, Instant now);
  }

  private static Work known(Lease lease, TargetWork work) {
    return (handle, now) ->
        TargetStore.find(handle, lease.url())
            .map(target -> {
              Instant due = work.dueAfter(handle, target, now);
              return isNowRead(lease, target) ? now : due;
            })
            .orElse(now);
  }

  /** It was visited as a mere link, and became a page meanwhile of which we want to know all. */
  private static boolean isNowRead(Lease lease, KnownTarget target) {
    return target.kind().isRead() && !lease.kind().isRead();
  }

  /** Whether it is written; somebody else may have had the lease by then. */
  private boolean write(Lease lease, FetchOutcome outcome, HostAfter host, Work work) {
    Instant now = clock.instant();
    try {
      database.write(handle -> completed(handle, lease, host, work, now));
      LOG.debug("{} {}", host.lastOutcome(), lease.url());
      SignpostMeter.VISITS.count(meters, outcome.getClass().getSimpleName());
      relay.wake();
      return true;
    } catch (LeaseLost _) {
      LOG.info("The visit of {} took longer than its lease; it is made again", lease.url());
      return false;
    }
  }

  private Instant completed(Handle handle, Lease lease, HostAfter host, Work work, Instant now) {
    Instant due = work.dueAfter(handle, now);
    if (!frontier.complete(handle, lease, due, host)) {
      throw new LeaseLost();
    }
    return due;
  }

  private Instant judged(Handle handle, KnownTarget target, Visit visit, Instant now) {
    remember(handle, target, visit, now);
    UnreadPages.failed(handle, target.url(), visit.outcome());
    if (visit.outcome() instanceof FetchOutcome.RefusedByPublisher) {
      revision.forget(handle, target, now);
    }
    Judgement judgement = health.judge(handle, target, visit, Optional.empty(), now);
    Instant due = health.unread(handle, target, visit, judgement, now);
    return probes.askOfEnd(target, judgement.after(), due, now);
  }

  private Instant compared(Handle handle, KnownTarget known, PageVisit read, Instant now) {
    Visit.Answered visit = read.visit();
    remember(handle, known, visit, now);
    if (read.shell()) {
      TargetStore.askInFull(handle, known.url());
    }
    KnownTarget target = FragmentCheck.look(handle, known, visit, read.answered());
    Judgement judgement = health.judge(handle, target, visit, read.notices(), now);
    Instant due = readOn(handle, target, read, judgement, now);
    return probes.askOfEnd(target, judgement.after(), due, now);
  }

  private Instant readOn(
      Handle handle, KnownTarget target, PageVisit read, Judgement judgement, Instant now) {
    Visit.Answered visit = read.visit();
    Optional<ReadablePage> page = read.page();
    Instant due = judgement.nextCheckAt();
    if (judgement.after().showsAnother(now)) {
      UnreadPages.forget(handle, target.url());
      return health.probeFirst(
          handle, target, visit.outcome(), page, due, now); // nothing of the page itself was read
    }
    if (page.isEmpty()) {
      unread(handle, target, read, now);
    } else {
      read.feed().ifPresent(feed -> probes.seen(handle, feed));
      Optional<Instant> early = revision.compare(handle, target, page.get(), visit.outcome(), now);
      due = early.filter(judgement.nextCheckAt()::isAfter).orElse(due);
    }
    due = health.probeFirst(handle, target, visit.outcome(), page, due, now);
    if (target.kind().isRead() && (page.isPresent() || !read.links().isEmpty())) {
      List<Outlink> outlinks = page.map(ReadablePage::outlinks).orElse(List.of());
      links.follow(handle, target, outlinks, read.links(), now);
    }
    return due;
  }

  private static void unread(Handle handle, KnownTarget target, PageVisit read, Instant now) {
    read.doubt(target.revised().isPresent())
        .ifPresentOrElse(
            why -> {
              UnreadPages.doubted(handle, target.url(), why, now);
              DoubtfulReadings.add(handle, target.url(), why, now);
            },
            () -> left(handle, target, read, now));
  }

  private static void left(Handle handle, KnownTarget target, PageVisit read, Instant now) {
    if (read.waiting()) {
      UnreadPages.waits(handle, target.url(), read.reading(), now);
    } else {
      UnreadPages.remember(handle, target.url(), read.reading(), now);
    }
  }

  private static void remember(Handle handle, KnownTarget target, Visit visit, Instant now) {
    if (visit.outcome() instanceof Answered answer && answer.status() == 200) {
      Optional<CacheValidators> validators = CacheValidators.of(answer.headers());
      TargetStore.answered(
          handle,
          target.url(),
          validators.flatMap(CacheValidators::etag),
          validators.flatMap(CacheValidators::lastModified),
          now);
    } else if (target.fullAt().filter(at -> at.plus(IN_FULL).isBefore(now)).isPresent()) {
      TargetStore.askInFull(handle, target.url());
    }
  }

  /** Somebody else may have the URL by now. */
  private static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
