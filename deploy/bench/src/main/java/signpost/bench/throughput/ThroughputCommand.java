package signpost.bench.throughput;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how fast links are checked. */
@Command(
    name = "throughput",
    mixinStandardHelpOptions = true,
    description = {
      "How fast signpost check is:",
      "  leaf    small targets on one nginx, by turns with wrk (apt-get install wrk nginx-light)",
      "  manual  PostgreSQL's manual, beside linkinator and LinkChecker (apt-get install"
          + " postgresql-doc-15 nginx-light linkchecker; npm install --global linkinator)",
      "  hosts   50 and 1,000 hosts with latency, errors and rate limits; 100,000 links",
      ""
    })
public final class ThroughputCommand implements Callable<Integer> {
  private static final int YARDSTICK_MISSING = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PART",
      arity = "0..*",
      description = "${COMPLETION-CANDIDATES} (default: all of them)")
  private List<ThroughputPart> parts = Arrays.asList(ThroughputPart.values());

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "leaf: by turns with wrk (default: 5)")
  private int rounds = 5;

  @Option(
      names = "--targets",
      defaultValue = "200000",
      description = "leaf: in each round (default: ${DEFAULT-VALUE})")
  private int targets;

  @Option(
      names = "--connections",
      defaultValue = "8",
      description = "leaf: of wrk and of the check (default: ${DEFAULT-VALUE}, as check has it)")
  private int connections = 8;

  @Option(
      names = "--linkinator",
      paramLabel = "PROGRAM",
      defaultValue = "linkinator",
      description = "manual: where it is, if not on the PATH")
  private String linkinator = "linkinator";

  /** Lower case, for that is how it is typed. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum ThroughputPart {
    leaf,
    manual,
    hosts
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int code = 0;
    PrintWriter out = spec.commandLine().getOut();
    for (ThroughputPart part : parts) {
      try {
        code = Math.max(code, measure(part, out) ? 0 : 1);
      } catch (MissingYardstick e) {
        spec.commandLine().getErr().println(part + ": " + e.getMessage());
        code = YARDSTICK_MISSING;
      }
      out.flush();
    }
    return code;
  }

  private boolean measure(ThroughputPart part, PrintWriter out)
      throws IOException, InterruptedException, MissingYardstick {
    return switch (part) {
      case leaf -> new LeafBench(out, rounds, targets, connections).measure();
      case manual -> new ManualBench(out, linkinator).measure();
      case hosts -> new HostsBench(out).measure();
    };
  }
}
