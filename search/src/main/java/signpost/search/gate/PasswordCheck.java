package signpost.search.gate;

import jakarta.inject.Singleton;
import java.util.Optional;
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

  private final ClientAddress clients;

  PasswordCheck(
      LocalAccounts accounts, OpsGuess guesses, OpsPassword password, ClientAddress clients) {
    this.accounts = accounts;
    this.guesses = guesses;
    this.password = password;
    this.clients = clients;
  }

  /** Looks whether somebody is who they say. */
  public SignInOutcome of(String name, String given, String code, String client) {
    return way(name) == SignInWay.OPS_PASSWORD
        ? guesses.of(client, clients.areAlike(), () -> password.is(given))
        : accounts.signIn(name, given, code, client);
  }

  /** The same of the password of ops in a header; nothing where none is tried. */
  Optional<SignInOutcome> of(String authorization, String client) {
    return password.isSet() && OpsPassword.isGuess(authorization)
        ? Optional.of(
            guesses.of(client, clients.areAlike(), () -> password.isGivenIn(authorization)))
        : Optional.empty();
  }

  /** What a name belongs to. */
  public static SignInWay way(String name) {
    return LocalAccounts.typed(name).equals(OpsGuess.NAME)
        ? SignInWay.OPS_PASSWORD
        : SignInWay.ACCOUNT;
  }
}
