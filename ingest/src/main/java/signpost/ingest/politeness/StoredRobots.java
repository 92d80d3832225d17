package signpost.ingest.politeness;

import java.time.Instant;
import java.util.Objects;

/** The last good answer of an origin to {@code /robots.txt}; a 4xx is one, with an empty text. */
public record StoredRobots(String origin, String text, int status, Instant fetchedAt) {
  public StoredRobots {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(fetchedAt, "fetchedAt");
  }
}
