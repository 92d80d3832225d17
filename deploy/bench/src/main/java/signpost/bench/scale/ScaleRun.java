package signpost.bench.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import signpost.local.machine.BrokerProcess;
import signpost.local.machine.Ports;

/** One run: the index is built, then served and asked. */
final class ScaleRun implements AutoCloseable {
  private static final String RESULTS_ONLY = "&facets=false&highlights=false";

  private final MadePages pages;
  private final long seed;
  private final Load load;
  private final int heap;
  private final Path data;

  /** How it is asked. */
  record Load(int queries, int rounds, int rate, Duration duration) {}

  private ScaleRun(MadePages pages, long seed, Load load, int heap, Path data) {
    this.pages = pages;
    this.seed = seed;
    this.load = load;
    this.heap = heap;
    this.data = data;
  }

  static ScaleRun begin(MadePages pages, long seed, Load load, int heap) throws IOException {
    Path data = Files.createTempDirectory("signpost-scale");
    return new ScaleRun(pages, seed, load, heap, data);
  }

  boolean measure(Table table) throws IOException, InterruptedException {
    build(table);
    List<String> questions = MadeQueries.of(pages, load.queries(), seed);
    try (BrokerProcess broker = BrokerProcess.start(data.resolve("broker"), Ports.free());
        SearchServer server = SearchServer.start(data, heap, broker.bootstrapServers(), false)) {
      compare(table, server, questions);
      underLoad(table, server, questions);
      table.row("heap after a collection", "%,d MiB of %,d".formatted(server.heap(), heap));
    }
    return table.reached();
  }

  private void build(Table table) throws IOException {
    long began = System.nanoTime();
    Spool spool = Spool.write(data.resolve("spool"), pages);
    table.row(
        "made up",
        "%,d pages, %,d records, %,d MB in %,d s"
            .formatted(
                pages.documents(),
                spool.records(),
                Files.size(spool.file()) / 1_000_000,
                (System.nanoTime() - began) / 1_000_000_000));
    IndexBuild.Built built = IndexBuild.run(data.resolve("index"), spool, pages.documents());
    Files.delete(spool.file());
    table.row(
        "indexed, by words alone",
        "%,.0f documents/s (%,.0f records/s) · %,d s · %,d MB on disk"
            .formatted(
                built.perSecond(),
                built.perSecond() * built.records() / built.documents(),
                built.took().toSeconds(),
                built.bytes() / 1_000_000),
        "≥ 5,000/s",
        built.perSecond() >= 5_000);
  }

  /**
   * By turns, so that whatever else this machine does hits both alike; the first round is warm-up.
   */
  private void compare(Table table, SearchServer server, List<String> questions)
      throws IOException {
    Asker asker = new Asker(server);
    List<Cost> bare = new ArrayList<>();
    List<Cost> lean = new ArrayList<>();
    List<Cost> full = new ArrayList<>();
    try (BareLucene lucene = BareLucene.open(data.resolve("index"), questions)) {
      table.row("segments", Integer.toString(lucene.segments()));
      for (int round = 0; round < 2; round++) {
        lucene.round();
        asker.inTurn(Asker.paths(questions, RESULTS_ONLY));
        asker.inTurn(Asker.paths(questions, ""));
      }
      for (int round = 0; round < load.rounds(); round++) {
        bare.add(lucene.round());
        lean.add(asker.inTurn(Asker.paths(questions, RESULTS_ONLY)));
        full.add(asker.inTurn(Asker.paths(questions, "")));
      }
    }
    double base = Cost.median(bare).cpuMicros();
    double ratio = Cost.median(lean).cpuMicros() / base;
    table.row("bare Lucene, each search", Cost.median(bare).toString());
    table.row(
        "HTTP, results alone",
        "%s · %.2f × bare".formatted(Cost.median(lean), ratio),
        "≤ 1.5 ×",
        ratio <= 1.5);
    table.row(
        "HTTP, with facets and highlights",
        "%s · %.2f × bare".formatted(Cost.median(full), Cost.median(full).cpuMicros() / base));
  }

  private void underLoad(Table table, SearchServer server, List<String> questions)
      throws IOException, InterruptedException {
    Asker asker = new Asker(server);
    for (String details : List.of(RESULTS_ONLY, "")) {
      Cost cost = asker.atRate(Asker.paths(questions, details), load.rate(), load.duration());
      table.row(
          "%d searches/s, %s"
              .formatted(
                  load.rate(), details.isEmpty() ? "facets and highlights" : "results alone"),
          "p50 %s · p95 %s · p99 %s · max %s ms · CPU %,.0f µs"
              .formatted(
                  Cost.millis(cost.times().percentile(50)),
                  Cost.millis(cost.times().percentile(95)),
                  Cost.millis(cost.times().percentile(99)),
                  Cost.millis(cost.times().percentile(100)),
                  cost.cpuMicros()));
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(ScaleRun::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
