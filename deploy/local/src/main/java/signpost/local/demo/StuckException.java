package signpost.local.demo;

import java.time.Instant;
import signpost.local.machine.Backlog;

/** Work waits and nobody does it; the demo cannot go on. */
final class StuckException extends RuntimeException {
  StuckException(Instant at, Backlog waiting) {
    super("The demo's clock has stood at %s for too long: %s".formatted(at, waiting.words()));
  }
}
