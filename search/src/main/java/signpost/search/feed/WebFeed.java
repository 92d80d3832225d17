package signpost.search.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A feed, in whichever form it is sent. Addresses are absolute; {@code id} never changes for what
 * it names.
 */
record WebFeed(String id, String title, String self, String page, List<FeedEntry> entries) {
  static final int TITLE = 250;
  static final int SUMMARY = 1_000;

  WebFeed {
    entries = entries.stream().sorted(Comparator.comparing(FeedEntry::updated).reversed()).toList();
  }

  /** {@code page} is ours about it, {@code original} the one it is about. */
  record FeedEntry(
      String id,
      String title,
      Instant updated,
      String page,
      Optional<String> original,
      String summary) {
    /** When it changed, as exactly as feeds tell. */
    Instant second() {
      return updated.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /** When something in it last changed; the beginning of time where there is nothing. */
  Instant updated() {
    return entries.isEmpty() ? Instant.EPOCH : entries.getFirst().updated();
  }
}
