package signpost.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.catalogue.MailAddress;
import signpost.search.account.LocalAccounts;
import signpost.search.account.LocalAccounts.AccountSecrets;
import signpost.search.account.PasswordRule;
import signpost.search.account.Role;
import signpost.search.audit.Actor;
import signpost.tools.ExitCode;

/** People who sign in with a password and an app's codes. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = {
      "Looks after the accounts of people who run Signpost, or look after guides, for places without an OpenID provider.",
      "Where a name is the mail address that Signpost writes to, its holder has their own page at /yours.",
      "Search may run meanwhile, and obeys at once. Each change is in the audit log."
    },
    synopsisSubcommandLabel = "COMMAND")
final class AccountCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AccessOptions access = new AccessOptions();

  /** What somebody with an account may be; lower case, for that is how it is typed. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum AccountRole {
    owner,
    operator,
    administrator;

    Role role() {
      return Role.of(name()).orElseThrow();
    }
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? One of those below.");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description =
          "Makes an account, and prints once what its holder needs: a password, and a secret for the app that shows codes.")
  int add(
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "operator",
              description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
          AccountRole role,
      @Option(names = "--password-stdin", description = "read the password from standard input")
          boolean given) {
    String typed = named(name, role);
    Optional<String> password = password(typed, given);
    return access.with(kept ->
        shown(
            typed,
            kept.accounts().add(Actor.shell(), typed, role.role(), password),
            given,
            "There is an account called %s already."));
  }

  @Command(
      name = "reset",
      mixinStandardHelpOptions = true,
      description = {
        "Gives an account another password and another secret, prints both once, ends its sessions,",
        "and forgets the wrong guesses at its name."
      })
  int reset(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--password-stdin", description = "read the password from standard input")
          boolean given) {
    String typed = named(name);
    Optional<String> password = password(typed, given);
    return access.with(kept ->
        shown(
            typed,
            kept.accounts().reset(Actor.shell(), typed, password),
            given,
            "There is no account called %s."));
  }

  @Command(
      name = "role",
      mixinStandardHelpOptions = true,
      description = "Says what somebody with an account may do.")
  int role(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}") AccountRole role) {
    String typed = named(name, role);
    return access.with(kept ->
        changed(typed, kept.accounts().change(Actor.shell(), typed, role.role()), role.name()));
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Removes an account and ends its sessions.")
  int remove(@Parameters(paramLabel = "NAME") String name) {
    String typed = named(name);
    return access.with(
        kept -> changed(typed, kept.accounts().remove(Actor.shell(), typed), "removed"));
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Prints who has an account, and what they may do.")
  int list() {
    return access.with(kept -> {
      kept.accounts().all().forEach(it -> out().printf("%s %s%n", it.name(), it.role().wire()));
      out().flush();
      return ExitCode.FINE;
    });
  }

  /** A password that was given is known to whoever gave it, and may stand in no terminal's log. */
  private int shown(
      String name, Optional<AccountSecrets> secrets, boolean given, String otherwise) {
    if (secrets.isEmpty()) {
      return problem(otherwise.formatted(name));
    }
    if (!given) {
      out().printf("Password: %s%n", secrets.get().password());
    }
    out().printf("For the app that shows codes: %s%n", secrets.get().totp());
    out().printf("The same as an address:       %s%n", secrets.get().uri(name));
    out()
        .println(
            "This is not shown again. Give %s the password and the rest on two ways."
                .formatted(name));
    out().flush();
    return ExitCode.FINE;
  }

  private int changed(String name, Optional<Role> before, String after) {
    if (before.isEmpty()) {
      return problem("There is no account called %s.".formatted(name));
    }
    out().printf("%s: %s, and was %s%n", name, after, before.get().wire());
    out().flush();
    return ExitCode.FINE;
  }

  private String named(String name) {
    String typed = LocalAccounts.typed(name);
    LocalAccounts.problem(typed)
        .ifPresent(problem -> {
          throw new ParameterException(spec.commandLine(), problem);
        });
    return typed;
  }

  /** An owner without an address has nothing to see. */
  private String named(String name, AccountRole role) {
    String typed = named(name);
    if (role == AccountRole.owner && MailAddress.parse(typed).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "An owner’s account has as its name the mail address that Signpost writes to, such as"
              + " ann@council.example.");
    }
    return typed;
  }

  private Optional<String> password(String name, boolean given) {
    if (!given) {
      return Optional.empty();
    }
    String password = standardInput();
    PasswordRule.problem(name, password)
        .ifPresent(problem -> {
          throw new ParameterException(spec.commandLine(), problem);
        });
    return Optional.of(password);
  }

  private static String standardInput() {
    try {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int problem(String words) {
    spec.commandLine().getErr().println("signpost: " + words);
    return ExitCode.PROBLEMS;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
