package signpost.search.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was changed by one link from a mail in an hour: some of it is in the log, and of the rest
 * the last of each kind waits for the end of the hour.
 */
final class LinkHour {
  /** Kinds of changes that wait; of more, those that were made longest ago are only counted. */
  static final int MOST_KINDS = 50;

  private final Map<ChangeKind, LinkChange> waiting = new LinkedHashMap<>();
  private RefusalHour hour = RefusalHour.NONE;

  /** Something that was done, how it was before and what came of it. */
  record LinkChange(
      Actor holder, String act, Map<String, String> of, Optional<String> before, String after) {
    private ChangeKind kind() {
      return new ChangeKind(act, of);
    }
  }

  private record ChangeKind(String act, Map<String, String> of) {}

  /** Counts one more. Returns whether it is to be noted now; else it waits. */
  boolean isNoted(LinkChange change, Instant now) {
    hour = hour.next(now);
    if (hour.isNoted()) {
      return true;
    }
    waiting.remove(change.kind());
    waiting.put(change.kind(), change);
    if (waiting.size() > MOST_KINDS) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    return false;
  }

  boolean hasEnded(Instant now) {
    return RefusalHour.hasEnded(hour.since(), now);
  }

  Instant since() {
    return hour.since();
  }

  /** How many were not noted by themselves. */
  long untold() {
    return hour.untold();
  }

  /** The last of each kind that waits, in the order in which they were made. */
  Collection<LinkChange> waiting() {
    return waiting.values();
  }
}
