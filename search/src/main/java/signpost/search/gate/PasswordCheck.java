package signpost.search.gate;

import jakarta.inject.Singleton;
import signpost.search.account.LocalAccounts;
import signpost.search.account.OpsGuess;
import signpost.search.account.SignInOutcome;
import signpost.search.audit.SignInWay;

/** Lets in whoever types a name and what belongs to it: of an account, or of ops. */
@Singleton
public final class PasswordCheck {
  private final LocalAccounts accounts;
  private final OpsGuess guesses;
  private final OpsPassword password;

  PasswordCheck(LocalAccounts accounts, OpsGuess guesses, OpsPassword password) {
    this.accounts = accounts;
    this.guesses = guesses;
    this.password = password;
  }

  /** Looks whether somebody is who they say. */
  public SignInOutcome of(String name, String given, String code, String client) {
    return way(name) == SignInWay.OPS_PASSWORD
        ? guesses.of(client, () -> password.is(given))
        : accounts.signIn(name, given, code, client);
  }

  /** What a name belongs to. */
  public static SignInWay way(String name) {
    return LocalAccounts.typed(name).equals(OpsGuess.NAME)
        ? SignInWay.OPS_PASSWORD
        : SignInWay.ACCOUNT;
  }
}
