package signpost.search.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.record.store.Database;
import signpost.search.SearchRecord;
import signpost.search.account.LocalAccounts.AccountSecrets;
import signpost.search.audit.SignInWay;

final class LocalAccountsTest {
  private static final String PASSWORD = "three sesame seeds";
  private static final String HOME = "192.0.2.1";
  private static final String ABROAD = "198.51.100.7";

  private final TurnedClock clock = new TurnedClock();
  private final Database database;
  private final LocalAccounts accounts;
  private final Sessions sessions;
  private final AccountSecrets secrets;

  LocalAccountsTest(@TempDir Path folder) {
    database =
        Database.open(SearchRecord.SCHEMA, "jdbc:sqlite:" + folder.resolve("search.db"), "", "");
    accounts = LocalAccounts.of(database, clock);
    sessions =
        new Sessions(
            database, new AccessConfig(Duration.ofMinutes(30), Duration.ofHours(12)), clock);
    secrets = accounts.add("ann", Role.OPERATOR, Optional.of(PASSWORD)).orElseThrow();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private String code() {
    return TotpCode.at(secrets.totp(), clock.instant().getEpochSecond() / 30);
  }

  private SignInOutcome right(String client) {
    return accounts.signIn("Ann ", PASSWORD, code(), client);
  }

  private SignInOutcome wrong(String client) {
    return accounts.signIn("ann", "four sesame seeds", code(), client);
  }

  @Test
  void nameAndPasswordAndCodeTogetherLetSomebodyIn() {
    assertThat(right(HOME)).isEqualTo(new SignInOutcome.SignedInAs("ann", Role.OPERATOR));
  }

  @Test
  void nothingLessDoesAndNobodyLearnsWhatWasWrong() {
    assertThat(wrong(HOME)).isEqualTo(new SignInOutcome.WrongGuess());
    assertThat(accounts.signIn("ann", PASSWORD, "000000", HOME))
        .isEqualTo(new SignInOutcome.WrongGuess());
    assertThat(accounts.signIn("ann", PASSWORD, "", HOME))
        .isEqualTo(new SignInOutcome.WrongGuess());
    assertThat(accounts.signIn("bob", PASSWORD, code(), HOME))
        .isEqualTo(new SignInOutcome.WrongGuess());
  }

  @Test
  void codeThatWasUsedIsWorthNothing() {
    String code = code();
    assertThat(accounts.signIn("ann", PASSWORD, code, HOME))
        .isInstanceOf(SignInOutcome.SignedInAs.class);
    assertThat(accounts.signIn("ann", PASSWORD, code, HOME))
        .isInstanceOf(SignInOutcome.WrongGuess.class);
    clock.turn(Duration.ofSeconds(30));
    assertThat(right(HOME)).isInstanceOf(SignInOutcome.SignedInAs.class);
  }

  @Test
  void fifthWrongGuessMakesItsNetworkWaitAndNoOther() {
    for (int i = 0; i < 5; i++) {
      assertThat(wrong(ABROAD)).isInstanceOf(SignInOutcome.WrongGuess.class);
    }
    assertThat(right(ABROAD)).isInstanceOf(SignInOutcome.WaitFirst.class);
    assertThat(right(HOME)).isInstanceOf(SignInOutcome.SignedInAs.class);
    clock.turn(Duration.ofSeconds(31));
    assertThat(right(ABROAD)).isInstanceOf(SignInOutcome.SignedInAs.class);
  }

  @Test
  void guessesFromEverywhereDoNotKeepOutWhoeverSatThereBefore() {
    assertThat(right(HOME)).isInstanceOf(SignInOutcome.SignedInAs.class);
    for (int network = 0; network < 60; network++) {
      clock.turn(Duration.ofMinutes(15));
      wrong("203.0.113." + network);
    }
    assertThat(right(ABROAD)).isInstanceOf(SignInOutcome.WaitFirst.class);
    assertThat(right(HOME)).isInstanceOf(SignInOutcome.SignedInAs.class);
  }

  @Test
  void nobodyWaitsLongerThanAQuarterOfAnHour() {
    for (int i = 0; i < 400; i++) {
      wrong(ABROAD);
      clock.turn(Duration.ofMinutes(1));
    }
    clock.turn(Duration.ofMinutes(15));
    assertThat(right(ABROAD)).isInstanceOf(SignInOutcome.SignedInAs.class);
  }

  @Test
  void resetEndsTheWaitingAndTheSessionsAndTheOldSecrets() {
    String session = sessions.open("ann", SignInWay.ACCOUNT, Role.OPERATOR);
    for (int i = 0; i < 6; i++) {
      wrong(ABROAD);
    }
    AccountSecrets fresh = accounts.reset("ann", Optional.empty()).orElseThrow();
    assertThat(sessions.of(session)).isEmpty();
    assertThat(right(ABROAD)).isInstanceOf(SignInOutcome.WrongGuess.class);
    String code = TotpCode.at(fresh.totp(), clock.instant().getEpochSecond() / 30);
    assertThat(accounts.signIn("ann", fresh.password(), code, ABROAD))
        .isInstanceOf(SignInOutcome.SignedInAs.class);
  }

  @Test
  void removedAccountIsSignedOutAtOnceAndAnotherRoleCountsAtOnce() {
    String session = sessions.open("ann", SignInWay.ACCOUNT, Role.OPERATOR);
    assertThat(accounts.change("ann", Role.ADMINISTRATOR)).contains(Role.OPERATOR);
    assertThat(sessions.of(session).orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(accounts.remove("ann")).contains(Role.ADMINISTRATOR);
    assertThat(sessions.of(session)).isEmpty();
    assertThat(accounts.remove("ann")).isEmpty();
  }

  @Test
  void sessionEndsWhenNobodyUsesItAndInTheEndAnyway() {
    String idle = sessions.open("x", SignInWay.PROVIDER, Role.OPERATOR);
    String used = sessions.open("y", SignInWay.PROVIDER, Role.OPERATOR);
    for (int i = 0; i < 35; i++) {
      assertThat(sessions.of(used)).as("after %d times 20 minutes", i).isPresent();
      clock.turn(Duration.ofMinutes(20));
    }
    assertThat(sessions.of(idle)).isEmpty();
    clock.turn(Duration.ofMinutes(20));
    assertThat(sessions.of(used)).as("after 12 hours").isEmpty();
  }

  @Test
  void databaseHoldsNothingThatLetsAnybodyIn() {
    String session = sessions.open("ann", SignInWay.ACCOUNT, Role.OPERATOR);
    String kept =
        database.read(handle ->
            handle.select("SELECT password FROM account").mapTo(String.class).one()
                + handle.select("SELECT digest FROM session").mapTo(String.class).one());
    assertThat(kept)
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
        .doesNotContain(PASSWORD, session);
  }

  @Test
  void nameIsTakenOnce() {
    assertThat(accounts.add("ann", Role.OPERATOR, Optional.empty())).isEmpty();
    assertThat(LocalAccounts.problem("ops")).isPresent();
    assertThat(LocalAccounts.problem("An n")).isPresent();
    assertThat(LocalAccounts.problem("ann@council.example")).isEmpty();
  }

  @Test
  void passwordThatIsGuessedFirstIsNotTaken() {
    assertThat(PasswordRule.problem("ann", "short")).isPresent();
    assertThat(PasswordRule.problem("ann", "aaaaaaaaaaaaaaa")).isPresent();
    assertThat(PasswordRule.problem("margaret", "margaret-in-march")).isPresent();
    assertThat(PasswordRule.problem("ann", "Password1234567")).isPresent();
    assertThat(PasswordRule.problem("ann", PASSWORD)).isEmpty();
  }
}
