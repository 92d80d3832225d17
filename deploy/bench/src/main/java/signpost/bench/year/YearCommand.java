package signpost.bench.year;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import signpost.bench.FigureTable;
import signpost.bench.year.YearScores.YearScore;

/** Measures what alerts are worth over a made-up year. */
@Command(
    name = "year",
    mixinStandardHelpOptions = true,
    description = {
      "A made-up year of links and hosts, drawn from a seed and judged by Signpost; beside it the same"
          + " year judged by one failing daily run and by three.",
      "An alert is right when the page is gone for good, or has been unreachable for 72 hours (24 with"
          + " an expired certificate); of a host, when it gives no answer. By cause, the links of one"
          + " rebuilt site are one, and each wrong alert counts."
    })
public final class YearCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seeds",
      paramLabel = "N[-M]",
      split = ",",
      defaultValue = "1-3",
      converter = SeedRanges.class,
      description = "one year for each (default: ${DEFAULT-VALUE})")
  private List<SeedRange> seeds = List.of();

  @Option(names = "--targets", defaultValue = "10000", description = "default: ${DEFAULT-VALUE}")
  private int targets;

  @Option(names = "--hosts", defaultValue = "400", description = "default: ${DEFAULT-VALUE}")
  private int hosts;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<YearScore> scores =
        seeds.stream().flatMapToLong(SeedRange::seeds).mapToObj(seed -> year(seed, out)).toList();
    FigureTable table = new FigureTable(out);
    double mean = scores.stream().mapToDouble(YearScore::precision).average().orElse(100);
    double worst = scores.stream().mapToDouble(YearScore::precision).min().orElse(100);
    double recall = scores.stream().mapToDouble(YearScore::recall).min().orElse(100);
    long unwalled = scores.stream().mapToLong(YearScore::lateUnwalled).sum();
    long unhidden = scores.stream().mapToLong(YearScore::lateUnhidden).sum();
    table.row("precision by cause, mean of the years", percent(mean), "≥ 99.9 %", mean >= 99.9);
    table.row("precision by cause, worst year", percent(worst), "≥ 99.8 %", worst >= 99.8);
    table.row("recall, worst year", percent(recall), "100 %", recall >= 100);
    table.row("told late, nothing having hidden them", Long.toString(unhidden), "0", unhidden == 0);
    table.row("told late, but for walls", Long.toString(unwalled));
    return table.reached() ? 0 : 1;
  }

  private YearScore year(long seed, PrintWriter out) {
    long started = System.nanoTime();
    SimulatedWorld world = new SimulatedWorld(seed, targets, hosts);
    SignpostChecker watched = new SignpostChecker(world);
    YearScores year = new YearScores(world, watched.run());
    out.printf(
        "seed %d: %,d visits of %,d links on %d hosts, judged in %d s%n",
        seed,
        watched.visits(),
        targets,
        hosts,
        Duration.ofNanos(System.nanoTime() - started).toSeconds());
    year.print("Signpost", out);
    year.explain(out);
    new YearScores(world, SimpleChecker.run(world, 1)).print("one failing run", out);
    new YearScores(world, SimpleChecker.run(world, 3)).print("three failing daily runs", out);
    out.println();
    return year.score();
  }

  private static String percent(double figure) {
    return "%.3f %%".formatted(figure);
  }

  /** One seed, or all from one to another: {@code 7}, {@code 1-20}. */
  private record SeedRange(long first, long last) {
    private SeedRange {
      if (last < first) {
        throw new TypeConversionException("the seeds " + first + "-" + last + " run backwards");
      }
    }

    LongStream seeds() {
      return LongStream.rangeClosed(first, last);
    }
  }

  private static final class SeedRanges implements ITypeConverter<SeedRange> {
    @Override
    public SeedRange convert(String range) {
      String[] ends = range.split("-", 2);
      return new SeedRange(
          Long.parseLong(ends[0].strip()), Long.parseLong(ends[ends.length - 1].strip()));
    }
  }
}
