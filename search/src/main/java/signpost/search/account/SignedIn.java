package signpost.search.account;

import java.time.Instant;
import java.util.Optional;
import signpost.search.audit.SignInWay;

/**
 * Somebody who is signed in.
 *
 * @param digest of what their browser has, by which a session is named
 * @param subject what the provider calls them, which outlives their name; empty for others
 * @param address the mail address that is known to be theirs
 */
public record SignedIn(
    String digest,
    String name,
    String subject,
    SignInWay way,
    Role role,
    Optional<String> address,
    Instant openedAt,
    Instant usedAt) {

  /** Whether the session has ended by then. */
  boolean hasEnded(Instant now, AccessConfig config) {
    return !now.isBefore(endsAt(usedAt, config));
  }

  /** When it ends, where nobody uses it after {@code last}. */
  Instant endsAt(Instant last, AccessConfig config) {
    Instant idle = last.plus(config.idle());
    Instant longest = openedAt.plus(config.longest());
    return idle.isBefore(longest) ? idle : longest;
  }
}
