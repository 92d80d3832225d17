package signpost.search.account;

import java.time.Instant;
import signpost.search.audit.SignInWay;

/**
 * Somebody who is signed in.
 *
 * @param digest of what their browser has, by which a session is named
 * @param subject what the provider calls them, which outlives their name; empty for others
 */
public record SignedIn(
    String digest,
    String name,
    String subject,
    SignInWay way,
    Role role,
    Instant openedAt,
    Instant usedAt) {

  /** Whether the session has ended by then. */
  boolean hasEnded(Instant now, AccessConfig config) {
    return !now.isBefore(usedAt.plus(config.idle()))
        || !now.isBefore(openedAt.plus(config.longest()));
  }
}
