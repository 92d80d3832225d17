package signpost.web.politeness;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The last good answer of an origin to {@code /robots.txt}; a 4xx is one, with an empty text.
 * {@code turnedAwayAt}: since when the origin answers 401 or 403 instead, and nothing else in
 * between.
 */
public record StoredRobots(
    String origin, String text, int status, Instant fetchedAt, Optional<Instant> turnedAwayAt) {
  public StoredRobots {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(fetchedAt, "fetchedAt");
    Objects.requireNonNull(turnedAwayAt, "turnedAwayAt");
  }

  /** An answer just got. */
  static StoredRobots fetched(String origin, String text, int status, Instant at) {
    return new StoredRobots(origin, text, status, at, Optional.empty());
  }

  /** Whether there was a file, and not only an answer that there is none for us. */
  boolean hasFile() {
    return status < 300;
  }

  /** The same, its host having turned us away then, if not before. */
  StoredRobots turnedAway(Instant at) {
    return new StoredRobots(
        origin, text, status, fetchedAt, turnedAwayAt.or(() -> Optional.of(at)));
  }

  /** The same, its host having answered otherwise, or not at all. */
  StoredRobots notTurnedAway() {
    return new StoredRobots(origin, text, status, fetchedAt, Optional.empty());
  }
}
