package signpost.search.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Bounds what strangers have the provider asked: each answer that a client brings counts until the
 * provider vouches for somebody.
 */
@Singleton
public final class ProviderTries {
  private static final String WHAT = "provider";
  private static final int FREE = 40;

  private final GuessLimit limit;

  ProviderTries(GuessLimit limit) {
    this.limit = limit;
  }

  /**
   * Counts one, unless it has to wait.
   *
   * @param shared as in {@link OpsGuess#of}
   * @return how long it has to wait; empty where the provider may be asked
   */
  public Optional<Duration> take(String client, boolean shared) {
    if (shared) {
      return limit.isHeard(WHAT) ? Optional.empty() : Optional.of(Duration.ofSeconds(1));
    }
    return limit.takeOf(WHAT, client, FREE);
  }

  /** Takes it back: the provider vouched for somebody. */
  public void vouched(String client) {
    limit.forgiveOf(WHAT, client);
  }
}
