package signpost.search.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.record.store.Database;
import signpost.search.SearchRecord;
import signpost.search.account.LocalAccounts.AccountSecrets;
import signpost.search.audit.Actor;
import signpost.search.audit.AuditLog;
import signpost.search.audit.SignInWay;

final class LocalAccountsTest {
  private static final String PASSWORD = "three sesame seeds";
  private static final Actor SHELL = Actor.shell();
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
            database,
            new AccessConfig(Duration.ofMinutes(30), Duration.ofHours(12)),
            new AuditLog(database, clock),
            clock);
    secrets = accounts.add(SHELL, "ann", Role.OPERATOR, Optional.of(PASSWORD)).orElseThrow();
  }

  private String open(String name, SignInWay way) {
    return sessions.open(
        new SessionGround(Actor.at(HOME).as(name, way), Role.OPERATOR, "as now", Optional.empty()),
        Optional.empty());
  }

  private Optional<SignedIn> session(String token) {
    return sessions.of(token, (_, _) -> Optional.of("as now"));
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
    assertThat(right(HOME))
        .isEqualTo(new SignInOutcome.SignedInAs("ann", Role.OPERATOR, accounts.basis("ann")));
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
  void sessionThatIsOpenedOnAnOldPasswordCountsForNothing() {
    var in = (SignInOutcome.SignedInAs) right(HOME);
    Actor ann = Actor.at(HOME).as("ann", SignInWay.ACCOUNT);
    String basis = in.basis().orElseThrow();
    String before =
        sessions.open(
            new SessionGround(ann, Role.OPERATOR, basis, Optional.empty()), Optional.empty());
    assertThat(sessions.of(before, (_, name) -> accounts.basis(name))).isPresent();
    accounts.reset(SHELL, "ann", Optional.of("another password"));
    String after =
        sessions.open(
            new SessionGround(ann, Role.OPERATOR, basis, Optional.empty()), Optional.empty());
    assertThat(sessions.of(after, (_, name) -> accounts.basis(name))).isEmpty();
  }

  @Test
  void codeCountsOnlyBesideThePasswordThatWasLookedAt() {
    AtomicInteger looks = new AtomicInteger();
    LocalAccounts overtaken =
        LocalAccounts.of(
            database,
            () -> {
              if (looks.incrementAndGet() == 2) { // at the code, when the password was right
                accounts.reset(SHELL, "ann", Optional.of("another password"));
              }
              return clock.instant();
            });
    assertThat(overtaken.signIn("ann", PASSWORD, code(), HOME))
        .isInstanceOf(SignInOutcome.WrongGuess.class);
    assertThat(looks).hasValue(2);
  }

  private long rows(String table) {
    return database.read(
        handle -> handle.select("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
  }

  @Test
  void whatEndedIsForgottenThoughNobodySignsInOrGuessesAnyMore() {
    open("ann", SignInWay.ACCOUNT);
    wrong(ABROAD);
    GuessLimit limit = new GuessLimit(database, clock);
    sessions.forget();
    limit.forget();
    assertThat(rows("session")).isEqualTo(1);
    assertThat(rows("guess")).isEqualTo(3);
    clock.turn(Duration.ofMinutes(30));
    sessions.forget();
    assertThat(rows("session")).isZero();
    clock.turn(Duration.ofDays(1));
    limit.forget();
    assertThat(rows("guess")).isZero();
  }

  @Test
  void passwordIsChangedOnlyWhileTheOneThatWasShownCounts() {
    String shown = accounts.basis("ann").orElseThrow();
    accounts.reset(SHELL, "ann", Optional.of("another password"));
    Optional<String> reset = accounts.basis("ann");
    assertThat(accounts.change(SHELL, "ann", shown, "a third password")).isEmpty();
    assertThat(accounts.basis("ann")).isEqualTo(reset);
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
    String session = open("ann", SignInWay.ACCOUNT);
    for (int i = 0; i < 6; i++) {
      wrong(ABROAD);
    }
    AccountSecrets fresh = accounts.reset(SHELL, "ann", Optional.empty()).orElseThrow();
    assertThat(session(session)).isEmpty();
    assertThat(right(ABROAD)).isInstanceOf(SignInOutcome.WrongGuess.class);
    String code = TotpCode.at(fresh.totp(), clock.instant().getEpochSecond() / 30);
    assertThat(accounts.signIn("ann", fresh.password(), code, ABROAD))
        .isInstanceOf(SignInOutcome.SignedInAs.class);
  }

  @Test
  void removedAccountIsSignedOutAtOnceAndAnotherRoleCountsAtOnce() {
    String session = open("ann", SignInWay.ACCOUNT);
    assertThat(accounts.change(SHELL, "ann", Role.ADMINISTRATOR)).contains(Role.OPERATOR);
    assertThat(session(session).orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(accounts.remove(SHELL, "ann")).contains(Role.ADMINISTRATOR);
    assertThat(session(session)).isEmpty();
    assertThat(accounts.remove(SHELL, "ann")).isEmpty();
  }

  @Test
  void sessionEndsWhenNobodyUsesItAndInTheEndAnyway() {
    String idle = open("x", SignInWay.PROVIDER);
    String used = open("y", SignInWay.PROVIDER);
    for (int i = 0; i < 35; i++) {
      assertThat(session(used)).as("after %d times 20 minutes", i).isPresent();
      clock.turn(Duration.ofMinutes(20));
    }
    assertThat(session(idle)).isEmpty();
    clock.turn(Duration.ofMinutes(20));
    assertThat(session(used)).as("after 12 hours").isEmpty();
  }

  @Test
  void databaseHoldsNothingThatLetsAnybodyIn() {
    String session = open("ann", SignInWay.ACCOUNT);
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
    assertThat(accounts.add(SHELL, "ann", Role.OPERATOR, Optional.empty())).isEmpty();
    assertThat(LocalAccounts.problem("ops")).isPresent();
    assertThat(LocalAccounts.problem("An n")).isPresent();
    assertThat(LocalAccounts.problem("ann@council.example")).isEmpty();
  }

  @Test
  void addressOfAnybodyMailReachesIsAName() {
    assertThat(
            List.of(
                "o'brien@council.example",
                "o'brien+guides@council.example",
                "a&b/c#d@council.example",
                "_ann.o'neill@a-council.example",
                "somebody.with.a.long.name@of-a-department.of-a-council-with-a-long-name.example"))
        .allSatisfy(address -> {
          assertThat(LocalAccounts.problem(address)).isEmpty();
          assertThat(URI.create(new AccountSecrets("", "SECRET").uri(address)))
              .hasPath("/Signpost:" + address)
              .hasQuery("secret=SECRET&issuer=Signpost");
        });
  }

  @Test
  void whatIsNoAddressAndNoPlainNameIsNone() {
    assertThat(
            List.of(
                "o'brien",
                ".ann@council.example",
                "o'neill..b@council.example",
                "ann b@council.example",
                "\"ann\"@council.example",
                "O'Brien@council.example",
                "o'brien@council",
                "o'brien@council.example\n",
                "<b>@council.example",
                "o'brien@" + "council.".repeat(31) + "example"))
        .allSatisfy(name -> assertThat(LocalAccounts.problem(name)).isPresent());
  }

  @Test
  void passwordThatIsGuessedFirstIsNotTaken() {
    assertThat(PasswordRule.problem("ann", "short")).isPresent();
    assertThat(PasswordRule.problem("ann", "aaaaaaaaaaaaaaa")).isPresent();
    assertThat(PasswordRule.problem("margaret", "margaret-in-march")).isPresent();
    assertThat(PasswordRule.problem("ann", "Password1234567")).isPresent();
    assertThat(PasswordRule.problem("ann", PASSWORD)).isEmpty();
  }

  private <T> List<T> atOnce(int times, Supplier<T> act) {
    List<CompletableFuture<T>> all =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(act, it -> Thread.ofVirtual().start(it)))
            .limit(times)
            .toList();
    return all.stream().map(CompletableFuture::join).toList();
  }

  private static <T> long those(List<T> outcomes, Class<? extends T> kind) {
    return outcomes.stream().filter(kind::isInstance).count();
  }

  @Test
  void guessesAtTheSameTimeCountEachOther() {
    OpsGuess ops = new OpsGuess(new GuessLimit(database, clock));
    assertThat(
            those(
                atOnce(30, () -> ops.of(ABROAD, false, () -> false)),
                SignInOutcome.WrongGuess.class))
        .isEqualTo(5);
    assertThat(those(atOnce(30, () -> wrong(HOME)), SignInOutcome.WrongGuess.class)).isEqualTo(5);
  }

  @Test
  void codeThatIsUsedTwiceAtTheSameTimeLetsOneIn() {
    assertThat(those(atOnce(4, () -> right(HOME)), SignInOutcome.SignedInAs.class)).isEqualTo(1);
  }

  @Test
  void whereAllClientsLookAlikeNobodyIsKeptOutForLong() {
    OpsGuess ops = new OpsGuess(new GuessLimit(database, clock));
    for (int second = 0; second < 10; second++) {
      clock.turn(Duration.ofSeconds(1));
      assertThat(
              those(
                  atOnce(30, () -> ops.of(HOME, true, () -> false)),
                  SignInOutcome.WrongGuess.class))
          .isEqualTo(10);
    }
    assertThat(ops.of(HOME, true, () -> true)).isInstanceOf(SignInOutcome.WaitFirst.class);
    clock.turn(Duration.ofSeconds(1));
    assertThat(ops.of(HOME, true, () -> true)).isInstanceOf(SignInOutcome.SignedInAs.class);
  }

  @Test
  void namesThatNobodyCanHaveTakeNoRoom() {
    for (int i = 0; i < 20; i++) {
      clock.turn(Duration.ofMinutes(15));
      accounts.signIn("a password, typed as a name " + i, PASSWORD, "", ABROAD);
    }
    List<String> counted =
        database.read(handle -> handle.select("SELECT what FROM guess").mapTo(String.class).list());
    assertThat(counted).hasSize(3).noneMatch(it -> it.contains("typed"));
  }

  @Test
  void sessionEndsWithTheSecretThatOpenedIt() {
    String token = open("ops", SignInWay.OPS_PASSWORD);
    assertThat(session(token)).isPresent();
    assertThat(sessions.of(token, (_, _) -> Optional.of("another"))).isEmpty();
    assertThat(sessions.of(token, (_, _) -> Optional.empty())).isEmpty();
  }

  @Test
  void sessionStandsThoughItsUseCannotBeNoted() {
    String token = open("ann", SignInWay.ACCOUNT);
    database.write(handle ->
        handle.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON session BEGIN SELECT RAISE(ABORT, 'full'); END"));
    clock.turn(Duration.ofMinutes(5));
    assertThat(session(token)).isPresent();
  }

  @Test
  void sessionKeepsWhatTheProviderCallsSomebody() {
    Actor ann = Actor.at(HOME).as("ann", SignInWay.PROVIDER).called("0815");
    String token =
        sessions.open(
            new SessionGround(ann, Role.OPERATOR, "as now", Optional.empty()), Optional.empty());
    assertThat(session(token).orElseThrow().subject()).isEqualTo("0815");
    assertThat(new AuditLog(database, clock).latest(1).getFirst().sub()).contains("0815");
  }

  @Test
  void whatIsChangedIsNotedWithItOrNotAtAll() {
    database.write(handle ->
        handle.execute(
            "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END"));
    assertThatThrownBy(() -> accounts.remove(SHELL, "ann")).isInstanceOf(JdbiException.class);
    assertThat(accounts.role("ann")).contains(Role.OPERATOR);
  }
}
