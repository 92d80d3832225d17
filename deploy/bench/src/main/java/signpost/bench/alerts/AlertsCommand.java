package signpost.bench.alerts;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.bench.FigureTable;

/** Measures the notifier. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    description = {
      "How many events the notifier takes in, decides on and tells, for many owners on SQLite; then"
          + " whether it loses or repeats anything when it is killed again and again while it sends.",
      ""
    })
public final class AlertsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--owners",
      paramLabel = "N",
      description = "with a guide of 50 links each (default: ${DEFAULT-VALUE})")
  private int owners = 2_000;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "that come at once (default: ${DEFAULT-VALUE})")
  private int events = 100_000;

  @Option(
      names = "--deliveries",
      paramLabel = "N",
      description = "amid which it is killed (default: ${DEFAULT-VALUE})")
  private int deliveries = 2_000;

  @Option(
      names = "--kills",
      paramLabel = "N",
      description = "by SIGKILL; 0 leaves that part out (default: ${DEFAULT-VALUE})")
  private int kills = 50;

  @Option(
      names = "--heap",
      paramLabel = "MIB",
      description = "of the notifier (default: ${DEFAULT-VALUE})")
  private int heap = 512;

  @Option(names = "--seed", paramLabel = "N", description = "of chance (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    FigureTable table = new FigureTable(spec.commandLine().getOut());
    if (events > 0) {
      try (AlertsRun run = AlertsRun.begin(table, heap, seed)) {
        run.throughput(owners, 50, events);
      }
    }
    if (kills > 0) {
      try (AlertsRun run = AlertsRun.begin(table, heap, seed)) {
        run.kills(deliveries, kills);
      }
    }
    return table.reached() ? 0 : 1;
  }
}
