package signpost.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import signpost.local.SignalHandling;
import signpost.sample.demo.DemoRun;
import signpost.tools.ExitCode;
import signpost.tools.LogFile;

/** Everything on one machine against the sample web. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Runs all parts on this machine against a sample web: a small council's guide and a twin of",
      "every publisher it signposts to. A simulated clock runs through 21 days in about two",
      "minutes; a table then says what happened and what the guide's owners were told."
    },
    footer = {
      "",
      "Exit code 0 only if nothing due was missed and nothing false was told, else 1.",
      "A demo that was stopped carries on where its clock stood; a finished one begins again."
    })
final class DemoCommand implements Callable<Integer> {
  /** How long a day lasts at least, so that it can be watched. */
  private static final Duration SEEN = Duration.ofSeconds(4);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private MachineOptions machine = new MachineOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".signpost/demo",
      description = "where everything is kept (default: ${DEFAULT-VALUE})")
  private Path data = Path.of(".signpost/demo");

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "21",
      description = "how many days of the story, 1 to 21 (default: ${DEFAULT-VALUE})")
  private int days;

  @Option(names = "--exit", description = "stop after the story")
  private boolean exit;

  @Option(names = "--fresh", description = "begin again at day 0")
  private boolean fresh;

  @Option(
      names = "--web-port",
      paramLabel = "PORT",
      defaultValue = "8600",
      description = "where the sample web and the mailbox answer (default: ${DEFAULT-VALUE})")
  private int webPort;

  @Override
  public Integer call() throws InterruptedException {
    if (days < 1 || days > 21) {
      throw new ParameterException(spec.commandLine(), "--days takes 1 to 21, not " + days + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    Path folder = data.toAbsolutePath().normalize();
    LogFile.instead(Path.of(folder + ".log"));
    SignalHandling.interruptsMe();
    DemoRun.DemoSetting setting =
        new DemoRun.DemoSetting(folder, days, fresh, machine.addresses(), webPort, SEEN);
    try (DemoRun demo = SignalHandling.start(() -> DemoRun.start(setting, out))) {
      out.println(addresses());
      boolean good = demo.tell();
      if (!exit) {
        out.println(addresses());
        out.println("The clock stands. Ctrl-C stops everything.");
        SignalHandling.awaitSignal();
      }
      return good ? ExitCode.FINE : ExitCode.PROBLEMS;
    }
  }

  private String addresses() {
    String pages = "http://127.0.0.1:" + machine.search;
    String ops = machine.addresses().opsUrl();
    return """

      search          %s/
      the guide       %s/guides
      owner's mailbox http://mailbox.localhost:%d/
      for ops         %s/ops
      crawl control   %s/crawl
      notifications   %s/notifications
      metrics         %s/prometheus · http://127.0.0.1:%d/prometheus · http://127.0.0.1:%d/prometheus
    """
        .formatted(pages, pages, webPort, ops, ops, ops, ops, machine.ingest, machine.notifier);
  }
}
