package signpost.search.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
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

  /** Looks whether it was guessed, unless too many guesses of that client were wrong. */
  public SignInOutcome of(String client, BooleanSupplier right) {
    Optional<Duration> wait = limit.wait(NAME, client);
    if (wait.isPresent()) {
      return new SignInOutcome.WaitFirst(wait.get());
    }
    if (!right.getAsBoolean()) {
      limit.wrong(NAME, client);
      return new SignInOutcome.WrongGuess();
    }
    if (limit.isStrange(NAME, client)) {
      limit.right(NAME, client);
    }
    return new SignInOutcome.SignedInAs(NAME, Role.ADMINISTRATOR);
  }
}
