package signpost.notifier.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.DecodedRecord;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkEvent.SiteTransition;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.PageEvent.PageRead;
import signpost.events.ParkedEvent;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.events.Topics;
import signpost.notifier.due.DecisionQueue;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.question.AddressQuestions;
import signpost.notifier.review.ReviewDates;
import signpost.notifier.told.NotificationLog;
import signpost.record.intake.ReadRecord;
import signpost.record.meter.SignpostMeter;
import signpost.record.outbox.Outbox;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;

/** One record into state, in the caller's transaction. */
@Singleton
final class EventHandling {
  private static final String GUIDE = "guide:";

  private final Database database;
  private final Watchlist watchlist;
  private final FindingStore findings;
  private final DecisionQueue waiting;
  private final Outbox outbox;
  private final InstantSource clock;
  private final MeterRegistry meters;

  EventHandling(
      Database database,
      Watchlist watchlist,
      FindingStore findings,
      DecisionQueue waiting,
      Outbox outbox,
      @Named("clock") InstantSource clock,
      MeterRegistry meters) {
    this.database = database;
    this.watchlist = watchlist;
    this.findings = findings;
    this.waiting = waiting;
    this.outbox = outbox;
    this.clock = clock;
    this.meters = meters;
  }

  /** Handles it, or puts it aside. */
  RecordOutcome handle(Handle handle, ReadRecord record) {
    return switch (EventCodec.decode(record.message())) {
      case DecodedRecord.KnownEvent known -> counted(record, known(handle, known.envelope()));
      case DecodedRecord.RemovedKey removed -> counted(record, removed(handle, removed));
      case DecodedRecord.UnknownType _ -> counted(record, RecordOutcome.UNKNOWN);
      case DecodedRecord.Malformed malformed -> park(handle, record, malformed.reason());
    };
  }

  /** Handles one again that was put aside, whatever else of its key was handled since. */
  RecordOutcome replay(Handle handle, ReadRecord record) {
    return EventCodec.decode(record.message()) instanceof DecodedRecord.KnownEvent(var envelope)
            && !Topics.isCompacted(record.message().topic())
        ? counted(
            record,
            SeenEvents.isFirst(handle, envelope, record.place())
                ? applied(handle, envelope)
                : RecordOutcome.REPEATED)
        : handle(handle, record);
  }

  private RecordOutcome known(Handle handle, Envelope envelope) {
    return SeenEvents.isNew(handle, envelope) ? applied(handle, envelope) : RecordOutcome.REPEATED;
  }

  private RecordOutcome applied(Handle handle, Envelope envelope) {
    switch (envelope.event()) {
      case ResourceListed resource -> listed(handle, resource);
      case GuideListed guide -> guide(handle, guide, envelope.time().toEpochMilli());
      case LinkTransition transition -> transition(handle, transition, envelope.sequence());
      case SuccessorFound found -> successor(handle, found);
      case SiteTransition site -> site(handle, site, envelope.sequence());
      case PageChanged change -> changed(handle, change, envelope);
      case HealthJudged health -> judged(handle, health);
      case PageRead _, FindingChanged _, ParkedEvent _ -> {
        // Not ours to handle: these topics are not read here.
      }
    }
    return RecordOutcome.HANDLED;
  }

  private void listed(Handle handle, ResourceListed resource) {
    String url = resource.resource().value();
    Set<String> before = watched(handle, url);
    touch(handle, watchlist.list(handle, resource));
    follow(handle, url, before);
    if (resource.placements().isEmpty() || resource.status() == PlacementStatus.UNVERIFIED) {
      ReviewDates.end(handle, url);
    } else {
      ReviewDates.begin(handle, url, clock.instant());
    }
  }

  private void guide(Handle handle, GuideListed guide, long at) {
    Optional<String> page = guide.page().map(CanonicalUrl::value);
    Set<String> before = page.map(url -> watched(handle, url)).orElse(Set.of());
    Optional<GuideListed> listed = watchlist.guide(handle, guide.guide());
    touch(handle, watchlist.list(handle, guide, at));
    AddressQuestions.compare(handle, findings, listed, Optional.of(guide), clock.instant())
        .forEach(line -> touch(handle, watchlist.owners(handle, line)));
    page.ifPresent(url -> follow(handle, url, before));
  }

  /** A page and its links, as far as they are watched. */
  private Set<String> watched(Handle handle, String url) {
    return Stream.concat(Stream.of(url), watchlist.linksOn(handle, url).stream())
        .filter(target -> watchlist.isWatched(handle, target))
        .collect(Collectors.toSet());
  }

  /**
   * Opens findings for newly watched targets from their last transition, and ends the findings of
   * targets that are no longer watched.
   */
  private void follow(Handle handle, String url, Set<String> before) {
    Set<String> after = watched(handle, url);
    after.stream()
        .filter(target -> !before.contains(target))
        .flatMap(target -> watchlist.remembered(handle, target).stream())
        .forEach(last -> findings.apply(handle, last.event(), last.sequence()));
    before.stream()
        .filter(target -> !after.contains(target))
        .forEach(target -> findings.drop(handle, target, clock.instant()));
  }

  private void transition(Handle handle, LinkTransition event, long sequence) {
    String target = event.target().value();
    watchlist.remember(handle, event, sequence);
    watchlist.linked(handle, target, event.referrers());
    if (event.placed() || watchlist.isWatched(handle, target)) {
      findings.apply(handle, event, sequence);
    }
    touch(handle, watchlist.owners(handle, target));
    touch(handle, watchlist.ownersOfGuideAt(handle, target));
  }

  private void successor(Handle handle, SuccessorFound event) {
    findings.apply(handle, event);
    touch(handle, watchlist.owners(handle, event.target().value()));
  }

  private void site(Handle handle, SiteTransition event, long sequence) {
    Set<String> owners = watchlist.owners(handle, event.host());
    if (!owners.isEmpty() || !event.placed().isEmpty()) {
      findings.apply(handle, event, sequence);
    }
    touch(handle, owners);
  }

  private void changed(Handle handle, PageChanged event, Envelope envelope) {
    if (event.placed() || watchlist.isWatched(handle, event.page().value())) {
      findings.apply(handle, event, envelope);
    }
    touch(handle, watchlist.owners(handle, event.page().value()));
  }

  private void judged(Handle handle, HealthJudged health) {
    if (health.placed() && watchlist.judged(handle, health)) {
      touch(handle, watchlist.owners(handle, health.target().value()));
    }
  }

  private RecordOutcome removed(Handle handle, DecodedRecord.RemovedKey removed) {
    String key = removed.key();
    if (isRepeat(handle, removed)) {
      return RecordOutcome.REPEATED;
    }
    if (removed.topic().equals(Topics.HEALTH)) {
      watchlist.unjudged(handle, key);
    } else if (removed.topic().equals(Topics.RESOURCES) && key.startsWith(GUIDE)) {
      unlisted(handle, key.substring(GUIDE.length()));
    } else if (removed.topic().equals(Topics.RESOURCES)) {
      Set<String> before = watched(handle, key);
      touch(handle, watchlist.unlistResource(handle, key));
      ReviewDates.end(handle, key);
      follow(handle, key, before);
      if (!watchlist.isWatched(handle, key)) {
        NotificationLog.forget(handle, key);
      }
    }
    return RecordOutcome.HANDLED;
  }

  private void unlisted(Handle handle, String guide) {
    Optional<GuideListed> listed = watchlist.guide(handle, guide);
    AddressQuestions.compare(handle, findings, listed, Optional.empty(), clock.instant());
    watchlist.unlistGuide(handle, guide);
  }

  private static boolean isRepeat(Handle handle, DecodedRecord.RemovedKey removed) {
    if (removed.mark().isPresent()) {
      return !SeenEvents.isNew(handle, removed, removed.mark().get());
    }
    SeenEvents.forget(handle, removed.topic(), removed.key());
    return false;
  }

  /** Puts a record aside that can never be handled. */
  RecordOutcome park(Handle handle, ReadRecord record, String reason) {
    outbox.park(handle, record.message(), Optional.of(record.place()), reason, clock.instant());
    return counted(record, RecordOutcome.PARKED);
  }

  private void touch(Handle handle, Set<String> owners) {
    waiting.touch(handle, owners, clock.instant());
  }

  private RecordOutcome counted(ReadRecord record, RecordOutcome outcome) {
    String topic = record.message().topic();
    database.afterCommit(
        () -> SignpostMeter.RECORDS.count(meters, SignpostMeter.value(outcome), topic));
    return outcome;
  }
}
