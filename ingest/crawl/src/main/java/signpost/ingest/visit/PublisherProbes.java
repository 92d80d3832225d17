package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.events.RecordJson;
import signpost.ingest.frontier.KnownTarget;
import signpost.ingest.frontier.TargetStore;
import signpost.ingest.visit.TargetProbe.RecordProbe;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.extract.GovUkContent;
import signpost.web.extract.GovUkContent.ChangeNote;
import signpost.web.extract.MediaPageReader;
import signpost.web.health.TargetState;
import signpost.web.health.TargetState.PublisherSaid;

/**
 * What publishers' own records say of a change or an end, where a rule says that they have an API
 * for it. It is asked when either has been seen once, and proves nothing: both are told without it
 * too. What it remembers need not outlive the process; a word on an end is kept with the target.
 * Thread-safe.
 */
@Singleton
final class PublisherProbes {
  /** A little longer than the longest time between two visits of a watched page. */
  private static final Duration RECENT = Duration.ofDays(8);

  private final MediaPageReader reader;
  private final Map<CanonicalUrl, WaitingRecord> waiting = new RecentEntries<>();
  private final Map<CanonicalUrl, ChangeNote> notes = new RecentEntries<>();

  /** {@code held}: whether the page that holds it is asked too, should it have no history. */
  private record WaitingRecord(WebUrl page, boolean held, Instant due) {}

  PublisherProbes(MediaPageReader reader) {
    this.reader = reader;
  }

  /** Makes a target due at once for its note, where there may be one; otherwise when it was. */
  synchronized Instant askOfChange(CanonicalUrl target, WebUrl page, Instant due, Instant now) {
    if (!reader.hasRecord(page)) {
      return due;
    }
    notes.remove(target);
    waiting.put(target, new WaitingRecord(page, true, due));
    return now;
  }

  /** The same for a word on the end of a placed page of which a sign was just seen. */
  synchronized Instant askOfEnd(KnownTarget target, TargetState after, Instant due, Instant now) {
    WebUrl page = target.url().url();
    boolean worth = target.placed() && after.asksForWord(now) && reader.hasRecord(page);
    if (!worth || waiting.containsKey(target.url())) {
      return due;
    }
    waiting.put(target.url(), new WaitingRecord(page, false, due));
    return now;
  }

  /** What to ask for in place of a target, if anything waits. */
  synchronized Optional<RecordProbe> toAsk(CanonicalUrl target) {
    return Optional.ofNullable(waiting.get(target))
        .map(WaitingRecord::page)
        .flatMap(page -> GovUkContent.requestFor(page).map(it -> new RecordProbe(page, it)));
  }

  /** Remembers the answer; when the target itself is due, or what holds it must be asked too. */
  synchronized Instant asked(Handle handle, ProbeVisit visit, Instant now) {
    CanonicalUrl target = visit.lease().url();
    WaitingRecord asked = waiting.remove(target);
    if (asked == null) {
      return now;
    }
    Optional<GovUkContent> content = visit.record();
    content
        .flatMap(GovUkContent::word)
        .map(it -> new PublisherSaid(reader.ruleFor(asked.page()).publisher(), it))
        .ifPresent(it -> keep(handle, target, it));
    Optional<ChangeNote> note = content.flatMap(GovUkContent::newest);
    note.ifPresent(it -> notes.put(target, it));
    Optional<WebUrl> holder = content.flatMap(GovUkContent::publication);
    if (note.isPresent() || holder.isEmpty() || !asked.held()) {
      return asked.due();
    }
    waiting.put(target, new WaitingRecord(holder.get(), false, asked.due()));
    return now;
  }

  private static void keep(Handle handle, CanonicalUrl target, PublisherSaid said) {
    TargetStore.find(handle, target)
        .flatMap(KnownTarget::judged)
        .map(json -> RecordJson.read(json, TargetState.class))
        .ifPresent(state -> TargetStore.said(handle, target, state.saying(said)));
  }

  /**
   * The publisher's words on a change, if they are not older than it.
   *
   * @param since when the words before the change were told, if they ever were
   */
  synchronized Optional<String> of(CanonicalUrl target, Optional<Instant> since, Instant seenAt) {
    Instant oldest = seenAt.minus(RECENT);
    Instant after = since.filter(oldest::isBefore).orElse(oldest);
    return Optional.ofNullable(notes.remove(target))
        .filter(note -> note.at().isAfter(after))
        .map(ChangeNote::text);
  }
}
