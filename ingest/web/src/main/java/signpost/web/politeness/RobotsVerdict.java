package signpost.web.politeness;

import java.time.Duration;
import java.util.Optional;
import signpost.web.fetch.FetchOutcome;

/** What a host's robots.txt says of one URL. */
public sealed interface RobotsVerdict {
  /** We may ask, and not more often than the delay says. */
  record Allowed(Optional<Duration> crawlDelay) implements RobotsVerdict {}

  /** We may not; {@code rule} is the line that says so. */
  record Disallowed(String rule) implements RobotsVerdict {}

  /** Nobody could be asked: the failure is the visit's outcome, and nothing more is requested. */
  record Unreachable(FetchOutcome failure) implements RobotsVerdict {}
}
