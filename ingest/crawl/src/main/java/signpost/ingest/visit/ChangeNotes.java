package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.extract.GovUkContent;
import signpost.web.extract.GovUkContent.ChangeNote;
import signpost.web.extract.MediaPageReader;
import signpost.web.fetch.FetchOutcome.Answered;

/**
 * What publishers themselves say of a change, where a rule says that they have an API for it. It is
 * asked when a change has been seen once, and only explains: a change is told without it too. What
 * it remembers need not outlive the process. Thread-safe.
 */
@Singleton
final class ChangeNotes {
  /** A little longer than the longest time between two visits of a watched page. */
  private static final Duration RECENT = Duration.ofDays(8);

  private final MediaPageReader reader;
  private final Map<CanonicalUrl, WaitingNote> waiting = new RecentEntries<>();
  private final Map<CanonicalUrl, ChangeNote> notes = new RecentEntries<>();

  private record WaitingNote(WebUrl page, boolean ofPublication, Instant due) {}

  ChangeNotes(MediaPageReader reader) {
    this.reader = reader;
  }

  /** Makes a target due at once for its note, where there may be one; otherwise when it was. */
  synchronized Instant askFirst(CanonicalUrl target, WebUrl page, Instant due, Instant now) {
    if (!reader.ruleFor(page).contentApi()) {
      return due;
    }
    notes.remove(target);
    waiting.put(target, new WaitingNote(page, false, due));
    return now;
  }

  /** The address to ask for in place of a target, if one waits. */
  synchronized Optional<WebUrl> toAsk(CanonicalUrl target) {
    return Optional.ofNullable(waiting.get(target))
        .map(WaitingNote::page)
        .flatMap(GovUkContent::addressFor);
  }

  /** Remembers the answer; when the target itself is due, or what holds it must be asked too. */
  synchronized Instant asked(ProbeVisit visit, Instant now) {
    CanonicalUrl target = visit.lease().url();
    WaitingNote asked = waiting.remove(target);
    if (asked == null) {
      return now;
    }
    Optional<GovUkContent> content = content(visit, asked.page());
    Optional<ChangeNote> note = content.flatMap(GovUkContent::newest);
    note.ifPresent(it -> notes.put(target, it));
    Optional<WebUrl> publication = content.flatMap(GovUkContent::publication);
    if (note.isPresent() || publication.isEmpty() || asked.ofPublication()) {
      return asked.due();
    }
    waiting.put(target, new WaitingNote(publication.get(), true, asked.due()));
    return now;
  }

  private static Optional<GovUkContent> content(ProbeVisit visit, WebUrl page) {
    return visit.outcome() instanceof Answered answer && answer.status() == 200
        ? GovUkContent.parse(answer.body().bytes(), page)
        : Optional.empty();
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
