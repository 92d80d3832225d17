package signpost.bench.scale;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.bench.FigureTable;

/** Measures indexing and searching at any size. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "How search fares with many pages: made-up ones, with words as unequal as real ones, go through"
          + " the product's own index; then signpost search, a process of its own on this machine,"
          + " is asked over HTTP beside bare Lucene on the same index.",
      ""
    })
public final class ScaleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--documents",
      paramLabel = "N",
      description = "pages to make up (default: ${DEFAULT-VALUE})")
  private int documents = 100_000;

  @Option(
      names = "--queries",
      paramLabel = "N",
      description = "different questions (default: ${DEFAULT-VALUE})")
  private int queries = 2_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "by turns with bare Lucene; the median counts (default: ${DEFAULT-VALUE})")
  private int rounds = 5;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "searches a second under load (default: ${DEFAULT-VALUE})")
  private int rate = 50;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "each load lasts (default: ${DEFAULT-VALUE})")
  private int seconds = 30;

  @Option(
      names = "--hybrid",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "with vectors too, which cost a second round of indexing (default: true)")
  private boolean hybrid;

  @Option(
      names = "--heap",
      paramLabel = "MIB",
      description = "of the searching process (default: ${DEFAULT-VALUE})")
  private int heap = 640;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "other pages and questions (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--export",
      paramLabel = "FOLDER",
      description =
          "only write the pages (pages.jsonl) and questions (questions.txt), for another engine")
  private @Nullable Path export;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = export;
    if (folder != null) {
      MadePages pages = new MadePages(seed, documents);
      CorpusExport.write(folder, pages, MadeQueries.of(pages, queries, seed));
      out.println("Wrote %,d pages and %,d questions to %s".formatted(documents, queries, folder));
      return 0;
    }
    var load = new ScaleRun.QueryLoad(queries, rounds, rate, Duration.ofSeconds(seconds), hybrid);
    try (ScaleRun run = ScaleRun.begin(new MadePages(seed, documents), seed, load, heap)) {
      return run.measure(new FigureTable(out)) ? 0 : 1;
    }
  }
}
