package signpost.bench.reading;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures, with JMH, reading a page of 100 KB and comparing it with what was told before. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description =
        "Reads a changed page of 100 KB and compares it with the last reading: time and memory"
            + " allocated, by JMH in a JVM of its own. Then compares pairs of large texts that are"
            + " hard to compare, as diff does and as a visit does.")
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seconds",
      defaultValue = "2",
      description = "how long each of 5 iterations takes (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Override
  public Integer call() throws RunnerException {
    PrintWriter out = spec.commandLine().getOut();
    var options =
        new OptionsBuilder()
            .include(PageComparison.class.getName())
            .verbosity(VerboseMode.SILENT)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(seconds))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(seconds))
            .forks(1)
            .addProfiler(GCProfiler.class)
            .build();
    for (var result : new Runner(options).run()) {
      var time = result.getPrimaryResult().getStatistics();
      var bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
      out.printf(
          "%-22s p50 %.2f ms, max %.2f ms (means of iterations) · %.1f MiB allocated%n",
          result.getParams().getBenchmark().replaceAll(".*\\.", ""),
          time.getPercentile(50),
          time.getMax(),
          bytes == null ? Double.NaN : bytes.getScore() / (1 << 20));
    }
    WorstPairs.print(out);
    return 0;
  }
}
