package signpost.search.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * The refusals of an hour, which begins with its first.
 *
 * @param noted how many are in the log
 * @param untold how many more there were
 */
record RefusalHour(Instant since, int noted, long untold) {
  static final int MOST = 200;
  static final Duration LENGTH = Duration.ofHours(1);

  /** Before the first. */
  static final RefusalHour NONE = new RefusalHour(Instant.EPOCH, 0, 0);

  /** Whether what began then is over; so it is where the clock was put back. */
  static boolean hasEnded(Instant since, Instant now) {
    return !now.isBefore(since.plus(LENGTH)) || now.isBefore(since);
  }

  /** The same, or none once it is over. */
  RefusalHour at(Instant now) {
    return hasEnded(since, now) ? NONE : this;
  }

  /** With one more, which begins another where this is over. */
  RefusalHour next(Instant now) {
    if (hasEnded(since, now)) {
      return new RefusalHour(now, 1, 0);
    }
    return noted < MOST
        ? new RefusalHour(since, noted + 1, 0)
        : new RefusalHour(since, noted, untold + 1);
  }

  /** Whether the last of them is in the log. */
  boolean isNoted() {
    return untold == 0;
  }

  boolean isSame(RefusalHour other) {
    return since.equals(other.since());
  }
}
