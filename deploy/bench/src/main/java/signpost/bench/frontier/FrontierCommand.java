package signpost.bench.frontier;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.ingest.IngestRecord;
import signpost.record.store.Database;

/** Measures how fast URLs are leased and completed. */
@Command(
    name = "frontier",
    mixinStandardHelpOptions = true,
    description = {
      "Many URLs on many hosts in the real frontier: leased in batches, judged to be well, and"
          + " completed with their state and the event that tells of it, each host's next turn kept.",
      "On SQLite in a temporary folder, then on a PostgreSQL of its own."
    })
public final class FrontierCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--urls", defaultValue = "1000000", description = "default: ${DEFAULT-VALUE}")
  private int urls;

  @Option(names = "--hosts", defaultValue = "20000", description = "default: ${DEFAULT-VALUE}")
  private int hosts;

  @Option(
      names = "--visits",
      defaultValue = "200000",
      description = "how many are leased and completed (default: ${DEFAULT-VALUE})")
  private int visits;

  @Option(
      names = "--batch",
      defaultValue = "4000",
      description = "leased at once, each of another host (default: ${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = "--database",
      split = ",",
      defaultValue = "sqlite,postgresql",
      description = "default: ${DEFAULT-VALUE}")
  private List<String> databases = List.of();

  @Override
  public Integer call() throws IOException {
    for (String name : databases) {
      switch (name) {
        case "sqlite" -> sqlite();
        case "postgresql" -> postgresql();
        default ->
            throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "--database takes sqlite and postgresql, not " + name);
      }
    }
    return 0;
  }

  private void sqlite() throws IOException {
    Path folder = Files.createTempDirectory("signpost-frontier");
    try (Database database =
        Database.open(IngestRecord.SCHEMA, "jdbc:sqlite:" + folder.resolve("ingest.db"), "", "")) {
      measure("SQLite", database, () -> size(folder));
    } finally {
      delete(folder);
    }
  }

  private void postgresql() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Database database =
            Database.open(
                IngestRecord.SCHEMA, server.getJdbcUrl("postgres", "postgres"), "postgres", "")) {
      measure("PostgreSQL", database, () -> database.read(FrontierCommand::size));
    }
  }

  private void measure(String name, Database database, Callable<Long> size) throws IOException {
    FrontierRun run = new FrontierRun(database);
    PrintWriter out = spec.commandLine().getOut();
    double loaded = run.load(urls, hosts);
    List<Double> rates = run.visit(batch, visits).stream().sorted().toList();
    out.printf(
        "%-10s %,d URLs on %,d hosts, made known %,.0f/s · lease + complete in batches of %,d:"
            + " median %,.0f/s (slowest tenth %,.0f) · database %,d MiB · heap at most %,d MiB%n",
        name,
        urls,
        hosts,
        loaded,
        batch,
        rates.isEmpty() ? 0 : rates.get(rates.size() / 2),
        rates.isEmpty() ? 0 : rates.get(rates.size() / 10),
        mebibytes(called(size)),
        mebibytes(heap()));
  }

  private static long called(Callable<Long> size) throws IOException {
    try {
      return size.call();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static long size(org.jdbi.v3.core.Handle handle) {
    return handle.select("SELECT pg_database_size(current_database())").mapTo(Long.class).one();
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(peak -> peak.getUsed())
        .sum();
  }

  private static long mebibytes(long bytes) {
    return bytes >> 20;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
