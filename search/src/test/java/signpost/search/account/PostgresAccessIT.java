package signpost.search.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import signpost.kit.PostgresServer;
import signpost.record.store.Database;
import signpost.search.SearchRecord;
import signpost.search.account.LocalAccounts.AccountSecrets;
import signpost.search.account.MachineTokens.Machine;
import signpost.search.audit.Actor;
import signpost.search.audit.AuditLog;
import signpost.search.audit.AuditProof;
import signpost.search.audit.SignInWay;

/** Who may do what, and what was done, on PostgreSQL. */
final class PostgresAccessIT {
  private static final Actor SHELL = Actor.shell();
  private static final String HOME = "192.0.2.1";
  private static final String PASSWORD = "three sesame seeds";

  private final TurnedClock clock = new TurnedClock();
  private final Database database =
      Database.open(SearchRecord.SCHEMA, PostgresServer.empty(), "", "");
  private final AuditLog audit = new AuditLog(database, clock);
  private final LocalAccounts accounts = LocalAccounts.of(database, clock);
  private final Sessions sessions =
      new Sessions(
          database, new AccessConfig(Duration.ofMinutes(30), Duration.ofHours(12)), audit, clock);
  private final MachineTokens machines = new MachineTokens(database, audit, clock);

  @AfterEach
  void close() {
    database.close();
  }

  private SignInOutcome signIn(AccountSecrets ann, String password) {
    String code = TotpCode.at(ann.totp(), clock.instant().getEpochSecond() / 30);
    return accounts.signIn("ann", password, code, HOME);
  }

  @Test
  void accountsSessionsTokensAndTheLogStandThereAndLinesAreOnlyAdded() {
    AccountSecrets ann =
        accounts.add(SHELL, "ann", Role.OPERATOR, Optional.of(PASSWORD)).orElseThrow();
    assertThat(accounts.add(SHELL, "ann", Role.OPERATOR, Optional.empty())).isEmpty();
    assertThat(signIn(ann, "four sesame seeds")).isInstanceOf(SignInOutcome.WrongGuess.class);
    var in = (SignInOutcome.SignedInAs) signIn(ann, PASSWORD);
    String session =
        sessions.open(
            new SessionGround(
                Actor.at(HOME).as("ann", SignInWay.ACCOUNT),
                in.role(),
                in.basis().orElseThrow(),
                Optional.empty()),
            Optional.empty());
    assertThat(sessions.of(session, (_, name) -> accounts.basis(name))).isPresent();
    String token =
        machines
            .create(SHELL, new Machine("reader", Set.of(TokenScope.AUDIT), Optional.empty()))
            .orElseThrow();
    assertThat(machines.of(token)).isPresent();
    assertThat(audit.proof()).isInstanceOf(AuditProof.Whole.class);
    assertThat(audit.from(1, 10)).hasSize(3);
    for (String act :
        new String[] {
          "UPDATE audit SET line = '' WHERE n = 1",
          "DELETE FROM audit WHERE n = 3",
          "TRUNCATE audit"
        }) {
      assertThatThrownBy(() -> database.write(handle -> handle.execute(act)))
          .as(act)
          .hasMessageContaining("only added");
    }
    assertThat(audit.from(1, 10)).hasSize(3);
    whatEndedIsForgotten(session);
  }

  private void whatEndedIsForgotten(String session) {
    clock.turn(Duration.ofDays(61));
    sessions.forget();
    new GuessLimit(database, clock).forget();
    assertThat(sessions.of(session, (_, name) -> accounts.basis(name))).isEmpty();
    List<String> guesses =
        database.read(handle -> handle.select("SELECT what FROM guess").mapTo(String.class).list());
    assertThat(guesses).isEmpty();
  }
}
