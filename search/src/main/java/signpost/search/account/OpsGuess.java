package signpost.search.account;

import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;

/** Bounds guesses at the password of ops, as those at an account. */
@Singleton
public final class OpsGuess {
  /** By what name one signs in with it. */
  public static final String NAME = "ops";

  private final GuessLimit limit;

  OpsGuess(GuessLimit limit) {
    this.limit = limit;
  }

  /**
   * Looks whether it was guessed, unless too many guesses of that client were wrong.
   *
   * @param shared whether others may be that client too, as everybody is behind a proxy that is not
   *     named: whoever guesses then keeps nobody else out
   */
  public SignInOutcome of(String client, boolean shared, BooleanSupplier right) {
    return shared
        ? limit.judgeShared(NAME, Role.ADMINISTRATOR, right)
        : limit.judge(NAME, client, Role.ADMINISTRATOR, right);
  }
}
