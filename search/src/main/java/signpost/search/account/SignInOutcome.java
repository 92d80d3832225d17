package signpost.search.account;

import java.time.Duration;
import java.util.Optional;

/** What came of somebody's try to sign in with a password. */
public sealed interface SignInOutcome {
  /**
   * They are who they say.
   *
   * @param basis what an account's session is opened on; empty for ops, whose password is
   *     configured
   */
  record SignedInAs(String name, Role role, Optional<String> basis) implements SignInOutcome {
    /** By the password of ops. */
    public SignedInAs(String name, Role role) {
      this(name, role, Optional.empty());
    }
  }

  /** Something is wrong; what, is not for them to know. */
  record WrongGuess() implements SignInOutcome {}

  /** Too many others try at once: nothing was looked at, and it counts as no guess. */
  record TooBusy() implements SignInOutcome {}

  /** Too many guesses were wrong: nothing was looked at. */
  record WaitFirst(Duration length) implements SignInOutcome {}
}
