package signpost.bench.year;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what alerts are worth over a made-up year. */
@Command(
    name = "year",
    mixinStandardHelpOptions = true,
    description = {
      "A made-up year of links and hosts, drawn from a seed and judged by Signpost; beside it the same"
          + " year judged by one failing daily run and by three.",
      "An alert is right when the page is gone for good, or has been unreachable for 72 hours (24 with"
          + " an expired certificate)."
    })
public final class YearCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seed",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,2,3",
      description = "one year for each (default: ${DEFAULT-VALUE})")
  private List<Long> seeds = List.of();

  @Option(names = "--targets", defaultValue = "10000", description = "default: ${DEFAULT-VALUE}")
  private int targets;

  @Option(names = "--hosts", defaultValue = "400", description = "default: ${DEFAULT-VALUE}")
  private int hosts;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (long seed : seeds) {
      long started = System.nanoTime();
      World world = new World(seed, targets, hosts);
      Watched watched = new Watched(world);
      Year year = new Year(world, watched.run());
      out.printf(
          "seed %d: %,d visits of %,d links on %d hosts, judged in %d s%n",
          seed,
          watched.visits(),
          targets,
          hosts,
          Duration.ofNanos(System.nanoTime() - started).toSeconds());
      year.print("Signpost", out);
      year.explain(out);
      new Year(world, Simple.run(world, 1)).print("one failing run", out);
      new Year(world, Simple.run(world, 3)).print("three failing daily runs", out);
      out.println();
    }
    return 0;
  }
}
