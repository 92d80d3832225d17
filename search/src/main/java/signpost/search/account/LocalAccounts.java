package signpost.search.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import signpost.record.store.Database;
import signpost.search.audit.Actor;
import signpost.search.audit.AuditLog;

/**
 * Accounts that are kept here, for places without a provider: a name, a password and the codes of
 * an app. Each change of one and its line in the audit log are one transaction.
 */
@Singleton
public final class LocalAccounts {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,63}");

  /** A Dot-string and a Domain of RFC 5321 (4.1.2), in small letters: {@code o'brien@a.example}. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?=.{1,64}@)%1$s(?:\\.%1$s)*@[a-z0-9-]+(?:\\.[a-z0-9-]+)+"
              .formatted("[a-z0-9!#$%&'*+/=?^_`{|}~-]+"));

  private static final int LONGEST_ADDRESS = 254;

  /**
   * Hashed in place of one that is not there, so that names cannot be told apart by time. It is
   * made when somebody first tries, whoever that is: a start has other things to do.
   */
  private static final class NobodysPassword {
    static final String HASH = PasswordHash.of(SecretToken.make());
  }

  private final Database database;
  private final GuessLimit limit;
  private final AuditLog audit;
  private final InstantSource wall;

  LocalAccounts(
      Database database, GuessLimit limit, AuditLog audit, @Named("wall") InstantSource wall) {
    this.database = database;
    this.limit = limit;
    this.audit = audit;
    this.wall = wall;
  }

  /** Those of a database that is not ours, for the command line. */
  public static LocalAccounts of(Database database, InstantSource wall) {
    return new LocalAccounts(
        database, new GuessLimit(database, wall), new AuditLog(database, wall), wall);
  }

  /** Somebody who has an account. */
  public record LocalAccount(String name, Role role) {}

  /** What only its holder may know, and is shown once. */
  public record AccountSecrets(String password, String totp) {
    /** As apps read it. */
    public String uri(String name) {
      return "otpauth://totp/Signpost:%s?secret=%s&issuer=Signpost"
          .formatted(URLEncoder.encode(name, UTF_8), totp);
    }
  }

  private record KeptAccount(String name, Role role, String password, String totp, long lastStep) {}

  /** How names are typed: small letters. */
  public static String typed(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether anybody could go by that name: a plain one, or a mail address in small letters. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches()
        || (name.length() <= LONGEST_ADDRESS && ADDRESS.matcher(name).matches());
  }

  /** Why a name will not do; empty for one that will. */
  public static Optional<String> problem(String name) {
    return isName(name) && !name.equals(OpsGuess.NAME)
        ? Optional.empty()
        : Optional.of(
            "A name has 2 to 64 small letters, digits or . _ @ + -, or is a mail address in small"
                + " letters, and is not “ops”, which is the name of the password of ops.");
  }

  /** Looks whether somebody may sign in. Each code counts once. */
  public SignInOutcome signIn(String typed, String password, String code, String client) {
    String name = typed(typed);
    Optional<Duration> wait = limit.take(name, client);
    if (wait.isPresent()) {
      return new SignInOutcome.WaitFirst(wait.get());
    }
    Optional<KeptAccount> kept = kept(name);
    return switch (PasswordHash.matches(
        kept.map(KeptAccount::password).orElse(NobodysPassword.HASH), password)) {
      case BUSY -> {
        limit.forgive(name, client);
        yield new SignInOutcome.TooBusy();
      }
      case NO -> new SignInOutcome.WrongGuess();
      case YES -> kept.map(it -> known(it, code, client)).orElseGet(SignInOutcome.WrongGuess::new);
    };
  }

  private SignInOutcome known(KeptAccount account, String code, String client) {
    if (!isCode(account, code)) {
      return new SignInOutcome.WrongGuess();
    }
    limit.right(account.name(), client);
    return new SignInOutcome.SignedInAs(
        account.name(), account.role(), Optional.of(account.password()));
  }

  private boolean isCode(KeptAccount account, String code) {
    OptionalLong step =
        TotpCode.step(account.totp(), code.replace(" ", ""), wall.instant(), account.lastStep());
    return step.isPresent() && use(account, step.getAsLong());
  }

  /** False where the same code came in at the same time and was first, or another secret did. */
  private boolean use(KeptAccount account, long step) {
    return database.write(handle ->
        handle.execute(
            "UPDATE account SET last_step = ?"
                + " WHERE name = ? AND last_step < ? AND password = ? AND totp = ?",
            step,
            account.name(),
            step,
            account.password(),
            account.totp()))
        == 1;
  }

  private Optional<KeptAccount> kept(String name) {
    return database.read(handle -> kept(handle, name));
  }

  private static Optional<KeptAccount> kept(Handle handle, String name) {
    return handle
        .select("SELECT * FROM account WHERE name = ?", name)
        .map((row, _) ->
            new KeptAccount(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("password"),
                row.getString("totp"),
                row.getLong("last_step")))
        .findOne();
  }

  /** All of them, by name. */
  public List<LocalAccount> all() {
    return database.read(handle ->
        handle
            .select("SELECT name, role FROM account ORDER BY name")
            .map((row, _) -> new LocalAccount(row.getString(1), Role.valueOf(row.getString(2))))
            .list());
  }

  /** The role of an account. */
  public Optional<Role> role(String name) {
    return kept(name).map(KeptAccount::role);
  }

  /** What a session of an account stands on: the hash of its password. */
  public Optional<String> basis(String name) {
    return kept(name).map(KeptAccount::password);
  }

  /** Makes one; nothing where there is one of that name. */
  public Optional<AccountSecrets> add(
      Actor actor, String name, Role role, Optional<String> password) {
    AccountSecrets secrets = secrets(password);
    String hash = PasswordHash.of(secrets.password());
    boolean made =
        database.write(handle -> {
          boolean fresh =
              handle.execute(
                      "INSERT INTO account (name, role, password, totp, last_step)"
                          + " VALUES (?, ?, ?, ?, 0) ON CONFLICT (name) DO NOTHING",
                      name,
                      role.name(),
                      hash,
                      secrets.totp())
                  == 1;
          if (fresh) {
            note(handle, actor, "add an account", name, Optional.empty(), role.wire());
          }
          return fresh;
        });
    return made ? Optional.of(secrets) : Optional.empty();
  }

  /** Gives one another password and another secret; its sessions and guesses at it are gone. */
  public Optional<AccountSecrets> reset(Actor actor, String name, Optional<String> password) {
    AccountSecrets secrets = secrets(password);
    String hash = PasswordHash.of(secrets.password());
    boolean changed =
        database.write(handle -> {
          GuessLimit.reset(handle, name);
          endSessions(handle, name);
          boolean there =
              handle.execute(
                      "UPDATE account SET password = ?, totp = ?, last_step = 0 WHERE name = ?",
                      hash,
                      secrets.totp(),
                      name)
                  == 1;
          if (there) {
            note(handle, actor, "reset an account", name, Optional.empty(), "reset");
          }
          return there;
        });
    return changed ? Optional.of(secrets) : Optional.empty();
  }

  /**
   * Gives one another password and ends its sessions.
   *
   * @param shown what whoever asks has just shown, as {@link SignInOutcome.SignedInAs#basis}
   * @return the basis of its next session; empty where the password is another by now
   */
  public Optional<String> change(Actor actor, String name, String shown, String password) {
    String hash = PasswordHash.of(password);
    boolean changed =
        database.write(handle -> {
          boolean same =
              handle.execute(
                      "UPDATE account SET password = ? WHERE name = ? AND password = ?",
                      hash,
                      name,
                      shown)
                  == 1;
          if (same) {
            endSessions(handle, name);
            note(handle, actor, "change a password", name, Optional.empty(), "changed");
          }
          return same;
        });
    return changed ? Optional.of(hash) : Optional.empty();
  }

  /** Gives one another role; the role it had, if it is there. */
  public Optional<Role> change(Actor actor, String name, Role role) {
    return database.write(handle -> {
      Optional<Role> before = kept(handle, name).map(KeptAccount::role);
      handle.execute("UPDATE account SET role = ? WHERE name = ?", role.name(), name);
      before.ifPresent(
          it -> note(handle, actor, "change a role", name, Optional.of(it), role.wire()));
      return before;
    });
  }

  /** Removes one and ends its sessions; the role it had, if it was there. */
  public Optional<Role> remove(Actor actor, String name) {
    return database.write(handle -> {
      Optional<Role> before = kept(handle, name).map(KeptAccount::role);
      GuessLimit.reset(handle, name);
      endSessions(handle, name);
      handle.execute("DELETE FROM account WHERE name = ?", name);
      before.ifPresent(
          it -> note(handle, actor, "remove an account", name, Optional.of(it), "removed"));
      return before;
    });
  }

  private long note(
      Handle handle, Actor actor, String act, String name, Optional<Role> before, String after) {
    return audit.done(handle, actor, act, Map.of("name", name), before.map(Role::wire), after);
  }

  private static void endSessions(Handle handle, String name) {
    handle.execute("DELETE FROM session WHERE way = 'ACCOUNT' AND name = ?", name);
  }

  private static AccountSecrets secrets(Optional<String> password) {
    return new AccountSecrets(password.orElseGet(SecretToken::make), TotpCode.secret());
  }
}
