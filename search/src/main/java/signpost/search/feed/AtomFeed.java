package signpost.search.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A feed as RFC 4287 has it. Addresses are absolute; {@code id} never changes for what it names.
 */
record AtomFeed(String id, String title, String self, String page, List<AtomEntry> entries) {
  AtomFeed {
    entries = entries.stream().sorted(Comparator.comparing(AtomEntry::updated).reversed()).toList();
  }

  /** {@code page} is ours about it, {@code original} the one it is about. */
  record AtomEntry(
      String id,
      String title,
      Instant updated,
      String page,
      Optional<String> original,
      String summary) {}

  /** When something in it last changed; the beginning of time where there is nothing. */
  Instant updated() {
    return entries.isEmpty() ? Instant.EPOCH : entries.getFirst().updated();
  }
}
