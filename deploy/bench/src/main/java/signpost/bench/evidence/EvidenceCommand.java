package signpost.bench.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.bench.FigureTable;
import signpost.bench.evidence.KeptVisits.KeptFigures;
import signpost.bench.noise.AuthoredPage;
import signpost.bench.noise.PageMaker;
import signpost.evidence.EvidenceFolder;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;

/** Measures what is kept of pages over many visits, and whether tampering is found. */
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    description = {
      "Made-up pages, half of them with three kinds of noise, are visited when ingest would, and edited"
          + " twice. What is kept, how many bytes it takes of those that were sent, whether every told"
          + " change has what was before and after it, and whether one changed bit is found wherever it is.",
      "The same seed gives the same pages and figures."
    })
public final class EvidenceCommand implements Callable<Integer> {
  private static final double MOST_SHARE = .25;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--pages", defaultValue = "60", description = "default: ${DEFAULT-VALUE}")
  private int pages;

  @Option(
      names = "--visits",
      defaultValue = "60",
      description = "to each page (default: ${DEFAULT-VALUE})")
  private int visits;

  @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--flips",
      defaultValue = "200",
      description = "bits that are changed, one at a time (default: ${DEFAULT-VALUE})")
  private int flips;

  @Override
  public Integer call() throws IOException, InterruptedException {
    FigureTable table = new FigureTable(spec.commandLine().getOut());
    List<AuthoredPage> made = PageMaker.made(pages, seed);
    Path work = Files.createTempDirectory("signpost-evidence-");
    Path byRule = work.resolve("by-rule");
    Path every = work.resolve("every");
    try (MediaPageReader reader = new MediaPageReader(PublisherRules.builtIn())) {
      KeptFigures kept = new KeptVisits(reader, made, visits, seed).run(byRule, every);
      long ruled = size(byRule);
      table.row("visits, bytes they brought", "%,d, %,d".formatted(kept.visits(), kept.raw()));
      double share = (double) ruled / kept.raw();
      table.row(
          "kept by the rule",
          "%,d bytes, %s of those sent".formatted(ruled, percent(share)),
          "25 %",
          share <= MOST_SHARE);
      table.row(
          "if every reading were kept",
          percent((double) size(every) / kept.rawOfSample()) + " of those sent");
      table.row(
          "told changes with both captures that replay",
          "%d of %d".formatted(kept.proved(), kept.told()),
          "all",
          kept.told() > 0 && kept.proved() == kept.told());
      table.row("readings taken a second", "%,.0f".formatted(kept.perSecond()));
    }
    int found = new ChangedBits(byRule, seed).found(flips);
    table.row("changed bits found", "%d of %d".formatted(found, flips), "all", found == flips);
    long invalid = JwarcValidation.complaints(byRule);
    table.row("complaints of jwarc's own validation", "" + invalid, "none", invalid == 0);
    table.row("the folder", EvidenceFolder.exists(byRule) ? byRule.toString() : "none");
    return table.reached() ? 0 : 1;
  }

  private static String percent(double share) {
    return "%.1f %%".formatted(100 * share);
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum();
    }
  }
}
