package signpost.search.gate;

import jakarta.inject.Singleton;
import java.util.Optional;
import signpost.search.account.LocalAccounts;
import signpost.search.account.OpsGuess;
import signpost.search.account.Role;
import signpost.search.account.SignInOutcome;
import signpost.search.audit.Actor;
import signpost.search.audit.RefusalLog;
import signpost.search.audit.SignInWay;

/**
 * Lets in whoever types a name and what belongs to it: of an account, or of ops. Each wrong guess
 * is noted, whichever way it came.
 */
@Singleton
public final class PasswordCheck {
  private final LocalAccounts accounts;
  private final OpsGuess guesses;
  private final OpsPassword password;

  private final ClientAddress clients;
  private final RefusalLog refusals;

  PasswordCheck(
      LocalAccounts accounts,
      OpsGuess guesses,
      OpsPassword password,
      ClientAddress clients,
      RefusalLog refusals) {
    this.accounts = accounts;
    this.guesses = guesses;
    this.password = password;
    this.clients = clients;
    this.refusals = refusals;
  }

  /** Looks whether somebody is who they say. */
  public SignInOutcome of(String name, String given, String code, String client) {
    SignInWay way = way(name);
    SignInOutcome outcome =
        way == SignInWay.OPS_PASSWORD
            ? guesses.of(client, clients.areAlike(), () -> password.is(given))
            : accounts.signIn(name, given, code, client);
    if (outcome instanceof SignInOutcome.WrongGuess) {
      refusals.refused(client, written(name), way, "wrong name, password or code");
    }
    return outcome;
  }

  /** What is no name may be a password that was typed in its place. */
  private static Optional<String> written(String typed) {
    return Optional.of(LocalAccounts.typed(typed)).filter(LocalAccounts::isName);
  }

  /** The same of the password of ops in a header; nothing where none is tried. */
  Optional<SignInOutcome> of(String authorization, Actor reader) {
    if (!password.isSet() || !OpsPassword.isGuess(authorization)) {
      return Optional.empty();
    }
    SignInOutcome outcome =
        guesses.of(reader.from(), clients.areAlike(), () -> password.isGivenIn(authorization));
    noteHeader(outcome, reader);
    return Optional.of(outcome);
  }

  private void noteHeader(SignInOutcome outcome, Actor reader) {
    switch (outcome) {
      case SignInOutcome.SignedInAs(String name, Role role, _) ->
          refusals.letIn(reader.as(name, SignInWay.OPS_PASSWORD), role.wire());
      case SignInOutcome.WrongGuess() ->
          refusals.refused(
              reader.from(), Optional.of(OpsGuess.NAME), SignInWay.OPS_PASSWORD, "wrong password");
      case SignInOutcome.TooBusy _, SignInOutcome.WaitFirst _ -> {
        // it was not looked at
      }
    }
  }

  /** What a name belongs to. */
  public static SignInWay way(String name) {
    return LocalAccounts.typed(name).equals(OpsGuess.NAME)
        ? SignInWay.OPS_PASSWORD
        : SignInWay.ACCOUNT;
  }
}
