package signpost.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.search.account.MachineTokens.Machine;
import signpost.search.account.TokenScope;
import signpost.search.audit.Actor;
import signpost.tools.ExitCode;

/** Programs that may do something. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Looks after the tokens by which programs show who they are, at the public address:",
      "Authorization: Bearer TOKEN. Search may run meanwhile, and obeys at once."
    },
    synopsisSubcommandLabel = "COMMAND")
final class TokenCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AccessOptions access = new AccessOptions();

  /** What a token may be for; lower case, for that is how it is typed. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum GivenScope {
    metrics,
    crawl,
    notifications,
    evidence,
    audit
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? One of those below.");
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a token and prints it once; only its digest is kept.")
  int create(
      @Parameters(paramLabel = "NAME", description = "of the program, as the audit log names it")
          String name,
      @Option(
              names = "--scope",
              paramLabel = "SCOPE",
              required = true,
              split = ",",
              description = "what it may do: ${COMPLETION-CANDIDATES}")
          Set<GivenScope> scopes,
      @Option(
              names = "--days",
              paramLabel = "N",
              description = "how long it is good for (default: until it is revoked)")
          @Nullable Integer days) {
    if (name.isBlank() || name.length() > 64 || (days != null && days < 1)) {
      throw new ParameterException(
          spec.commandLine(), "A name has 1 to 64 letters, and a token is good for a day or more.");
    }
    Machine machine =
        new Machine(
            name,
            scopes.stream()
                .map(it -> TokenScope.of(it.name()).orElseThrow())
                .collect(Collectors.toSet()),
            Optional.ofNullable(days)
                .map(it -> InstantSource.system().instant().plus(Duration.ofDays(it))));
    return access.with(kept -> {
      Optional<String> token = kept.machines().create(Actor.shell(), machine);
      if (token.isEmpty()) {
        return problem("There is a token called %s already.".formatted(name));
      }
      out().println(token.get());
      out().flush();
      return ExitCode.FINE;
    });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Prints which programs have a token, what for, and until when.")
  int list() {
    return access.with(kept -> {
      kept.machines()
          .all()
          .forEach(it ->
              out()
                  .printf(
                      "%s %s%s%n",
                      it.name(), it.words(), it.until().map(end -> " until " + end).orElse("")));
      out().flush();
      return ExitCode.FINE;
    });
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Makes a token worthless at once.")
  int revoke(@Parameters(paramLabel = "NAME") String name) {
    return access.with(kept -> {
      if (!kept.machines().revoke(Actor.shell(), name)) {
        return problem("There is no token called %s.".formatted(name));
      }
      out().printf("%s is worthless now.%n", name);
      out().flush();
      return ExitCode.FINE;
    });
  }

  private int problem(String words) {
    spec.commandLine().getErr().println("signpost: " + words);
    return ExitCode.PROBLEMS;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
