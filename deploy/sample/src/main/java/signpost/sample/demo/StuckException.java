package signpost.sample.demo;

import java.time.Duration;
import java.time.Instant;

/** Work waits and nobody does it; the demo cannot go on. */
public final class StuckException extends RuntimeException {
  StuckException(Instant at, Duration patience, String waiting) {
    super(
        "The demo's clock stands at %s and nothing has moved for %d seconds; what waits: %s."
            .formatted(at, patience.toSeconds(), waiting));
  }
}
