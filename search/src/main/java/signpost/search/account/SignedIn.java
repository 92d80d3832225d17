package signpost.search.account;

import java.time.Instant;
import signpost.search.audit.SignInWay;

/**
 * Somebody who is signed in.
 *
 * @param digest of what their browser has, by which a session is named
 */
public record SignedIn(
    String digest, String name, SignInWay way, Role role, Instant openedAt, Instant usedAt) {

  /** Whether the session has ended by then. */
  boolean hasEnded(Instant now, AccessConfig config) {
    return !now.isBefore(usedAt.plus(config.idle()))
        || !now.isBefore(openedAt.plus(config.longest()));
  }
}
