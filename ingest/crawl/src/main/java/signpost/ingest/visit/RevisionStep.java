package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.RecordJson;
import signpost.events.Topics;
import signpost.ingest.frontier.KnownTarget;
import signpost.ingest.frontier.TargetStore;
import signpost.ingest.frontier.UnreadPages;
import signpost.ingest.revisit.VisitTimes;
import signpost.record.outbox.Outbox;
import signpost.revision.RevisionDetector;
import signpost.revision.RevisionOutcome;
import signpost.revision.RevisionOutcome.Confirmed;
import signpost.revision.RevisionOutcome.DoubtfulReading;
import signpost.revision.RevisionOutcome.First;
import signpost.revision.RevisionOutcome.SameReading;
import signpost.revision.RevisionOutcome.SeenOnce;
import signpost.revision.noise.PageSetting;
import signpost.revision.noise.RevisionState;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadOutcome.Doubtful;
import signpost.web.extract.ReadOutcome.Read;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome.Answered;

/** Compares what was read with what was told, and tells what is confirmed. */
@Singleton
final class RevisionStep {
  private final Outbox outbox;
  private final PublisherProbes publishers;
  private final VisitTimes times;

  RevisionStep(Outbox outbox, PublisherProbes publishers, VisitTimes times) {
    this.outbox = outbox;
    this.publishers = publishers;
    this.times = times;
  }

  /** When the target must be asked again early, if it must. */
  Optional<Instant> compare(
      Handle handle, KnownTarget target, ReadablePage page, Answered answer, Instant now) {
    Optional<RevisionState> before =
        target.revised().map(json -> RecordJson.read(json, RevisionState.class));
    SiteTemplateChanges template = new SiteTemplateChanges(handle, target.url(), now);
    PageSetting setting = PageSetting.of(target.url().url(), page, template::has);
    RevisionOutcome outcome = RevisionDetector.see(before, page, setting, now);
    template.remember(outcome.after().standing());
    template.tellOps();
    RevisionState after = outcome.after();
    TargetStore.revised(handle, target.url(), RecordJson.write(after));
    if (before.map(state -> isOld(state, after)).orElse(true)) {
      outbox.put(handle, PageRecords.of(target, page, answer.finalUrl(), now, after), now);
    }
    if (outcome instanceof Confirmed confirmed) {
      Optional<Instant> since = before.flatMap(RevisionState::changedAt);
      Optional<String> note = publishers.of(target.url(), since, confirmed.seenAt());
      outbox.put(handle, change(target, page, confirmed, note, now), now);
    }
    ReadOutcome reading = new Read(page);
    if (outcome instanceof DoubtfulReading doubtful) {
      DoubtfulReadings.add(handle, target.url(), doubtful.why(), now);
      reading = new Doubtful(page, doubtful.why());
    }
    UnreadPages.remember(handle, target.url(), reading, now);
    Optional<Instant> again = lookAgainAt(outcome);
    again.ifPresent(_ -> TargetStore.askInFull(handle, target.url()));
    Optional<Instant> learned =
        changed(outcome).map(changed -> times.seen(handle, target, changed, now));
    return again
        .map(at -> publishers.askOfChange(target.url(), answer.finalUrl(), at, now))
        .or(() -> learned);
  }

  /** Forgets how a page reads, and takes its words out of what is published. */
  void forget(Handle handle, KnownTarget target, Instant now) {
    if (target.revised().isPresent()) {
      TargetStore.unread(handle, target.url());
      outbox.remove(handle, Topics.PAGES, target.url().value(), now);
    }
  }

  /** Whether the page had changed; empty where that is not known yet. */
  private static Optional<Boolean> changed(RevisionOutcome outcome) {
    return switch (outcome) {
      case First _, SameReading _ -> Optional.of(false);
      case Confirmed _ -> Optional.of(true);
      case SeenOnce _, DoubtfulReading _ -> Optional.empty();
    };
  }

  private static Optional<Instant> lookAgainAt(RevisionOutcome outcome) {
    return switch (outcome) {
      case First _, SameReading _, DoubtfulReading _ -> Optional.empty();
      case SeenOnce once -> Optional.of(once.lookAgainAt());
      case Confirmed confirmed -> confirmed.lookAgainAt();
    };
  }

  /** Whether what is published of the page is no longer so. */
  private static boolean isOld(RevisionState before, RevisionState after) {
    return before.revision() != after.revision() || !before.ignored().equals(after.ignored());
  }

  private static PageChanged change(
      KnownTarget target,
      ReadablePage page,
      Confirmed confirmed,
      Optional<String> publisherNote,
      Instant now) {
    var change = confirmed.change();
    return new PageChanged(
        target.url(),
        page.title(),
        confirmed.after().revision(),
        confirmed.seenAt(),
        now,
        change.kinds(),
        change.importance(),
        change.sentence(),
        change.hunks(),
        publisherNote,
        target.placed(),
        change.partial());
  }
}
