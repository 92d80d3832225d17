package signpost.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import signpost.ingest.backlog.IngestBacklog;
import signpost.notifier.backlog.NotifierBacklog;
import signpost.search.SearchBacklog;

/**
 * All that waits in the three modules at one moment; a clock that is moved by hand stands still
 * while anything does.
 */
public record PendingWork(
    long due,
    long leased,
    long searches,
    long unsent,
    long unsearched,
    long unjudged,
    long undelivered,
    Optional<Instant> nextVisit,
    Optional<Instant> nextWake) {

  /**
   * Asked in the direction of the flow, so that what moves on is seen at its next place. While
   * ingest has work, what waits behind it is not asked for: more of it is to come.
   */
  public static PendingWork of(Function<LocalModule, ModuleContext> modules) {
    IngestBacklog ingest = modules.apply(LocalModule.INGEST).bean(IngestBacklog.class);
    long due = ingest.due();
    long leased = ingest.leased();
    long searches = ingest.searches();
    long unsent = ingest.unsent();
    if (due + leased + searches + unsent > 0) {
      return new PendingWork(
          due, leased, searches, unsent, 0, 0, 0, ingest.nextDueAt(), Optional.empty());
    }
    NotifierBacklog notifier = modules.apply(LocalModule.NOTIFIER).bean(NotifierBacklog.class);
    SearchBacklog search = modules.apply(LocalModule.SEARCH).bean(SearchBacklog.class);
    return new PendingWork(
        due,
        leased,
        searches,
        unsent,
        search.lag(),
        notifier.lag(),
        notifier.undelivered(),
        ingest.nextDueAt(),
        notifier.nextWakeAt());
  }

  /** Whether nothing waits. */
  public boolean quiet() {
    return due + leased + searches + unsent + unsearched + unjudged + undelivered == 0;
  }

  /** When a module next has something to do by itself. */
  public Stream<Instant> next() {
    return Stream.concat(nextVisit.stream(), nextWake.stream());
  }

  /** What waits, in words, for somebody who watches the clock stand. */
  public String words() {
    List<String> words = new ArrayList<>();
    add(words, due, "visits due");
    add(words, leased, "visits under way");
    add(words, searches, "pages to look for");
    add(words, unsent, "events to publish");
    add(words, unsearched, "events to index");
    add(words, unjudged, "events to judge");
    add(words, undelivered, "mails to send");
    return String.join(", ", words);
  }

  private static void add(List<String> words, long count, String what) {
    if (count > 0) {
      words.add(count + " " + what);
    }
  }
}
