package signpost.ingest.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Since when there has been a host that may be asked, without a look that found none. */
record ReadySince(Optional<Instant> at) {
  static final ReadySince NEVER = new ReadySince(Optional.empty());

  /** After a look that found so many. */
  ReadySince found(long hosts, Instant now) {
    return hosts > 0 ? new ReadySince(at.or(() -> Optional.of(now))) : NEVER;
  }

  /** For how many seconds by now. */
  long age(Instant now) {
    return at.map(since -> Math.max(0, Duration.between(since, now).toSeconds())).orElse(0L);
  }
}
