package signpost.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import signpost.bench.alerts.AlertsCommand;
import signpost.bench.backup.BackupCommand;
import signpost.bench.evidence.EvidenceCommand;
import signpost.bench.frontier.FrontierCommand;
import signpost.bench.latency.LatencyCommand;
import signpost.bench.moves.MovesCommand;
import signpost.bench.noise.NoiseCommand;
import signpost.bench.rank.RankCommand;
import signpost.bench.reading.CompareCommand;
import signpost.bench.reading.ExtractCommand;
import signpost.bench.reading.LinesCommand;
import signpost.bench.scale.ScaleCommand;
import signpost.bench.throughput.ThroughputCommand;
import signpost.bench.year.VisitsCommand;
import signpost.bench.year.YearCommand;
import signpost.tools.CommandFault;

/** Measures what docs/figures.md says; each bench is a subcommand that prints its own figures. */
@Command(
    name = "signpost bench",
    description =
        "Measures what docs/figures.md says, on this machine. Figures are medians and percentiles of one run.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "BENCH",
    commandListHeading = "%nBenches:%n",
    subcommands = {
      LatencyCommand.class,
      YearCommand.class,
      VisitsCommand.class,
      ThroughputCommand.class,
      FrontierCommand.class,
      ExtractCommand.class,
      LinesCommand.class,
      CompareCommand.class,
      NoiseCommand.class,
      MovesCommand.class,
      EvidenceCommand.class,
      RankCommand.class,
      ScaleCommand.class,
      AlertsCommand.class,
      BackupCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured",
      "1:measured, and something that must not happen did",
      "2:the command line was not understood",
      "3:a yardstick is missing, and the message says which",
      "4:a fault of its own"
    })
public final class Bench implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one bench and ends the process with its exit code. */
  public static void main(String[] arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(
        commandLine()
            .setOut(new PrintWriter(System.out, true, UTF_8))
            .setErr(new PrintWriter(System.err, true, UTF_8))
            .execute(arguments));
  }

  /** The benches and how they are read. */
  static CommandLine commandLine() {
    return new CommandLine(new Bench())
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((fault, command, _) -> {
          CommandFault.tell(fault, command.getErr());
          return 4;
        });
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which bench? One of those below.");
  }
}
