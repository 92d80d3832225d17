package signpost.local.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that waits in the three modules at one moment; the clock stands still while anything does.
 */
record Backlog(
    long due,
    long leased,
    long unsent,
    long unsearched,
    long unjudged,
    long undelivered,
    Optional<Instant> nextVisit,
    Optional<Instant> nextWake) {

  boolean quiet() {
    return due + leased + unsent + unsearched + unjudged + undelivered == 0;
  }

  /** When a module next has something to do by itself. */
  Stream<Instant> next() {
    return Stream.concat(nextVisit.stream(), nextWake.stream());
  }

  /** What waits, in words, for somebody who watches the clock stand. */
  String words() {
    List<String> words = new ArrayList<>();
    add(words, due, "visits due");
    add(words, leased, "visits under way");
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
