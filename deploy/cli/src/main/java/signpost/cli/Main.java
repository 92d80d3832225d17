package signpost.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import signpost.local.SignalHandling;
import signpost.tools.CannotStartException;
import signpost.tools.CommandFault;
import signpost.tools.ExitCode;
import signpost.tools.check.CheckCommand;
import signpost.tools.evidence.EvidenceCommand;
import signpost.tools.explain.ExplainCommand;
import signpost.tools.finding.FindCommand;
import signpost.tools.listing.CatalogueCommand;
import signpost.tools.listing.ImportCommand;
import signpost.tools.reading.DiffCommand;
import signpost.tools.reading.ExtractCommand;
import signpost.tools.repair.RepairCommand;

/** The command line: one subcommand for each way to run Signpost. */
@Command(
    name = "signpost",
    description =
        "Watches the pages that public guides signpost to, and tells their owners what needs doing.",
    mixinStandardHelpOptions = true,
    version = Main.NAME + Main.VERSION,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      ConfigCommand.class,
      MailCommand.class,
      AccountCommand.class,
      TokenCommand.class,
      PersonCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      MigrateCommand.class,
      ImportCommand.class,
      CatalogueCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      ExtractCommand.class,
      DiffCommand.class,
      FindCommand.class,
      RepairCommand.class,
      EvidenceCommand.class,
      BrokerCommand.class,
      IngestCommand.class,
      SearchCommand.class,
      NotifierCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:problems were found",
      "2:the command line was not understood",
      "3:it could not start, and the message says why",
      "4:a fault of its own",
      "130, 143:stopped by Ctrl-C or by a signal"
    })
public final class Main implements Runnable {
  static final String NAME = "Signpost ";
  static final String VERSION = "0.1.0";
  private static final int HELP_WIDTH = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    PrintWriter out = new PrintWriter(System.out, true, UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    Thread.setDefaultUncaughtExceptionHandler(Main::note);
    int code = guarded(out, err, arguments);
    System.exit(SignalHandling.code().orElse(code));
  }

  /** Runs one command, as from the command line; returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine(arguments).setOut(out).setErr(err).execute(arguments);
  }

  /** All commands and how they are read. */
  static CommandLine commandLine() {
    return reading(new CommandLine(new Main()));
  }

  /** The one that is asked for alone: what all others take need not be learnt first. */
  static CommandLine commandLine(String... arguments) {
    String name = arguments.length == 0 ? "" : arguments[0];
    return AskedCommand.named(name)
        .map(it -> new CommandLine(CommandSpec.create().name("signpost")).addSubcommand(name, it))
        .map(Main::reading)
        .orElseGet(Main::commandLine);
  }

  private static CommandLine reading(CommandLine line) {
    return line.setUsageHelpWidth(HELP_WIDTH)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(Main::execute)
        .setParameterExceptionHandler(Main::misused)
        .setExecutionExceptionHandler(Main::explain);
  }

  private static int execute(CommandLine.ParseResult parsed) {
    OneSide.check(parsed);
    return new CommandLine.RunLast().execute(parsed);
  }

  /** A thread of its own that ends so is a fault; one that others took the ground from is not. */
  private static void note(Thread thread, Throwable fault) {
    if (SignalHandling.code().isEmpty()) {
      LoggerFactory.getLogger(Main.class).error("The thread {} ended", thread.getName(), fault);
    }
  }

  private static int guarded(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return run(out, err, arguments);
    } catch (Error | RuntimeException fault) { // what picocli lets through
      CommandFault.tell(fault, err);
      return ExitCode.FAULT;
    }
  }

  /** What is wrong stands last: a command's help is longer than a screen, and is one word away. */
  private static int misused(ParameterException fault, String... arguments) {
    CommandLine command = fault.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(command.getColorScheme().errorText(String.valueOf(fault.getMessage())));
    boolean suggested = UnmatchedArgumentException.printSuggestions(fault, err);
    if (command.getParent() != null) {
      err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    } else if (!suggested) {
      command.usage(err);
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? One of those below.");
  }

  private static int explain(
      Exception fault, CommandLine command, CommandLine.ParseResult arguments) {
    if (SignalHandling.code().isPresent()) {
      return ExitCode.FAULT; // whatever was interrupted: the signal's status wins
    }
    if (fault instanceof CannotStartException reason) {
      command.getErr().println("signpost: " + reason.getMessage());
      return ExitCode.CANNOT_START;
    }
    CommandFault.tell(fault, command.getErr());
    return ExitCode.FAULT;
  }
}
