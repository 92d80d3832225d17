package signpost.search.account;

import java.time.Duration;
import java.time.Instant;

/**
 * How long somebody has to wait after wrong guesses: not at all after the first few, then twice as
 * long each time, a quarter of an hour at most. So a password is tried at most some hundred times a
 * day.
 */
final class GuessPolicy {
  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final Duration MOST = Duration.ofMinutes(15);
  private static final int DOUBLINGS = 6;

  /** After so long without a guess all is forgotten. */
  static final Duration FORGOTTEN = Duration.ofDays(1);

  private GuessPolicy() {}

  /**
   * When the next guess is heard.
   *
   * @param wrong how many were wrong
   * @param free how many of those cost nothing
   */
  static Instant nextAt(int wrong, int free, Instant lastAt) {
    if (wrong < free) {
      return Instant.EPOCH;
    }
    Duration wait = FIRST.multipliedBy(1L << Math.min(wrong - free, DOUBLINGS));
    return lastAt.plus(wait.compareTo(MOST) < 0 ? wait : MOST);
  }
}
