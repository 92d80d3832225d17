package signpost.sample.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Gives up only on what stands still. Time counts while nothing at all moves, and never more than a
 * moment from one look to the next: a machine that is slow, or was asleep, loses no patience.
 */
final class ProgressPatience {
  private static final Duration A_LOOK = Duration.ofSeconds(1);

  private final InstantSource wall;
  private final Duration limit;
  private Optional<Object> before = Optional.empty();
  private Instant lookedAt;
  private Duration stood = Duration.ZERO;

  ProgressPatience(InstantSource wall, Duration limit) {
    this.wall = wall;
    this.limit = limit;
    this.lookedAt = wall.instant();
  }

  /**
   * Whether it has stood still for as long as anyone waits.
   *
   * @param now how far things are; anything that differs from the last look is progress
   */
  boolean ended(Object now) {
    Instant at = wall.instant();
    Duration since = Duration.between(lookedAt, at);
    lookedAt = at;
    if (before.filter(now::equals).isEmpty()) {
      before = Optional.of(now);
      stood = Duration.ZERO;
    } else {
      stood = stood.plus(since.compareTo(A_LOOK) > 0 ? A_LOOK : since);
    }
    return stood.compareTo(limit) > 0;
  }
}
