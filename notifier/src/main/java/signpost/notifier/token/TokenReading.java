package signpost.notifier.token;

import java.time.Instant;

/** What a link turned out to be. */
public sealed interface TokenReading {
  /** {@code owner} may do what it was made for with {@code subject}, until it ends. */
  record ValidToken(String owner, String subject, Instant endsAt) implements TokenReading {}

  /** It was ours once. */
  record ExpiredToken(String owner) implements TokenReading {}

  /** It was never ours, was changed, or is for something else. */
  record RefusedToken() implements TokenReading {}
}
