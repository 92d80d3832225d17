package signpost.search.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was changed by one link from a mail, or one owner who is signed in, in an hour: some of it
 * is in the log, and of the rest the last of each kind waits for the end of the hour. Where more
 * kinds wait than it holds, the one that waits longest goes into the log at once, so many of them.
 */
final class LinkHour {
  /** Kinds of changes that wait. */
  static final int MOST_KINDS = 50;

  /** Those that found no room and are noted all the same; of more nothing is known but how many. */
  static final int MOST_DISPLACED = 750;

  private final LinkedHashMap<ChangeKind, LinkChange> waiting = new LinkedHashMap<>();
  private RefusalHour hour = RefusalHour.NONE;
  private int displaced;

  /** Something that was done, when, how it was before and what came of it. */
  record LinkChange(
      Instant at,
      Actor holder,
      String act,
      Map<String, String> of,
      Optional<String> before,
      String after) {
    private ChangeKind kind() {
      return new ChangeKind(holder, act, of);
    }
  }

  /** Two are of one kind where the same person asked for the same of the same. */
  private record ChangeKind(Actor holder, String act, Map<String, String> of) {}

  /** Counts one more. Returns what is to be noted now: this one, or one that waited. */
  Optional<LinkChange> next(LinkChange change) {
    hour = hour.next(change.at());
    if (hour.isNoted()) {
      return Optional.of(change);
    }
    waiting.remove(change.kind());
    waiting.putLast(change.kind(), change);
    return waiting.size() > MOST_KINDS
        ? Optional.of(waiting.pollFirstEntry().getValue()).filter(_ -> displaced++ < MOST_DISPLACED)
        : Optional.empty();
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
