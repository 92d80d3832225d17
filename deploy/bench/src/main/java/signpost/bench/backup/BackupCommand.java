package signpost.bench.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.bench.FigureTable;
import signpost.tools.ExitCode;

/** Measures a backup that is made while ingest writes. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Many made-up pages in ingest's real tables: URLs in the frontier, and of each page what was"
          + " told of it, its text included. A backup while others write, each write timed; the"
          + " restore of it into an empty SQLite and an empty PostgreSQL, and what is there then.",
      "The notifier's database has its tables and no rows."
    })
public final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--pages", defaultValue = "100000", description = "default: ${DEFAULT-VALUE}")
  private int pages;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "an empty folder for all of it, some 3 GB at 100,000 pages; it stays")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    FigureTable figures = new FigureTable(spec.commandLine().getOut());
    new BackupRun(folder.toAbsolutePath().normalize(), pages, figures).measure();
    return figures.reached() ? ExitCode.FINE : ExitCode.PROBLEMS;
  }
}
