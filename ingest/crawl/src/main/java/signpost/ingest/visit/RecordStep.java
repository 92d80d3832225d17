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
import signpost.ingest.frontier.Frontier;
import signpost.record.outbox.Relay;
import signpost.record.store.Database;
import signpost.web.extract.Outlink;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadOutcome.Doubtful;
import signpost.web.extract.ReadOutcome.Read;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest.Validators;
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
  private final HealthStep health;
  private final RevisionStep revision;
  private final LinkStep links;
  private final Errands errands;
  private final MeterRegistry meters;
  private final InstantSource clock;

  RecordStep(
      Storing storing,
      HealthStep health,
      RevisionStep revision,
      LinkStep links,
      Errands errands,
      MeterRegistry meters,
      @Named("clock") InstantSource clock) {
    this.database = storing.database();
    this.frontier = storing.frontier();
    this.relay = storing.relay();
    this.health = health;
    this.revision = revision;
    this.links = links;
    this.errands = errands;
    this.meters = meters;
    this.clock = clock;
  }

  public void record(Visit visit) {
    Instant now = clock.instant();
    try {
      database.write(handle -> record(handle, visit, now));
      LOG.debug("{} {}", visit.host().lastOutcome(), visit.lease().url());
      meters
          .counter("signpost.visits", "outcome", visit.outcome().getClass().getSimpleName())
          .increment();
      relay.wake();
    } catch (LeaseLost _) {
      LOG.info("The visit of {} took longer than its lease; it is made again", visit.lease().url());
    }
  }

  private Instant record(Handle handle, Visit visit, Instant now) {
    Optional<Known> known = Targets.find(handle, visit.lease().url());
    Instant due =
        visit
            .errand()
            .map(errand -> errands.done(errand, visit, now))
            .or(() -> known.map(target -> record(handle, target, visit, now)))
            .orElse(now);
    if (!frontier.complete(handle, visit.lease(), due, visit.host())) {
      throw new LeaseLost();
    }
    return due;
  }

  private Instant record(Handle handle, Known known, Visit visit, Instant now) {
    Optional<ReadablePage> page = visit.reading().flatMap(RecordStep::page);
    remember(handle, known, visit, now);
    Known target = Fragments.look(handle, known, visit, page);
    Judgement judgement = health.judge(handle, target, visit, notices(visit, page), now);
    Instant due = judgement.nextCheckAt();
    if (judgement.after().showsAnother(now)) {
      return health.askSiblingFirst(
          handle, target, visit, page, due, now); // nothing of the page itself was read
    }
    doubtful(visit).ifPresent(doubtful -> Doubts.add(handle, target.url(), doubtful.reason(), now));
    if (page.isPresent() && visit.outcome() instanceof Answered answer) {
      Optional<Instant> early = revision.compare(handle, target, page.get(), answer, now);
      due = early.filter(judgement.nextCheckAt()::isAfter).orElse(due);
    }
    due = health.askSiblingFirst(handle, target, visit, page, due, now);
    if (target.kind().leadsOn() && (page.isPresent() || !visit.links().isEmpty())) {
      List<Outlink> read = page.map(ReadablePage::outlinks).orElse(List.of());
      links.follow(handle, target, read, visit.links(), now);
    }
    return due;
  }

  /** Only a page read well counts: a doubtful one is neither a change nor a baseline. */
  private static Optional<ReadablePage> page(ReadOutcome outcome) {
    return outcome instanceof Read read ? Optional.of(read.page()) : Optional.empty();
  }

  private static Optional<Doubtful> doubtful(Visit visit) {
    return visit.reading().filter(Doubtful.class::isInstance).map(Doubtful.class::cast);
  }

  /** A notice is believed though the rest of the page was not; that there is none is not. */
  private static Optional<ReadablePage> notices(Visit visit, Optional<ReadablePage> page) {
    return page.or(() ->
        doubtful(visit).map(Doubtful::page).filter(doubtful -> !doubtful.notices().isEmpty()));
  }

  private static void remember(Handle handle, Known target, Visit visit, Instant now) {
    if (visit.outcome() instanceof Answered answer && answer.status() == 200) {
      Optional<Validators> validators = Validators.of(answer.headers());
      Targets.answered(
          handle,
          target.url(),
          validators.flatMap(Validators::etag),
          validators.flatMap(Validators::lastModified),
          now);
    } else if (target.fullAt().filter(at -> at.plus(IN_FULL).isBefore(now)).isPresent()) {
      Targets.askInFull(handle, target.url());
    }
  }

  /** Somebody else may have the URL by now. */
  private static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
