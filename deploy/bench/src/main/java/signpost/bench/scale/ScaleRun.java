package signpost.bench.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import signpost.bench.FigureTable;
import signpost.bench.Figures;
import signpost.broker.FreePort;
import signpost.local.BrokerProcess;

/** One run: the index is built, then served and asked. */
final class ScaleRun implements AutoCloseable {
  private static final int WARM_UP = 6;
  static final String RESULTS_ONLY = "&facets=false&highlights=false";

  private final MadePages pages;
  private final long seed;
  private final QueryLoad load;
  private final int heap;
  private final Path data;

  /** How it is asked. */
  record QueryLoad(int queries, int rounds, int rate, Duration duration, boolean hybrid) {}

  private ScaleRun(MadePages pages, long seed, QueryLoad load, int heap, Path data) {
    this.pages = pages;
    this.seed = seed;
    this.load = load;
    this.heap = heap;
    this.data = data;
  }

  static ScaleRun begin(MadePages pages, long seed, QueryLoad load, int heap) throws IOException {
    Path data = Files.createTempDirectory("signpost-scale");
    return new ScaleRun(pages, seed, load, heap, data);
  }

  boolean measure(FigureTable table) throws IOException, InterruptedException {
    build(table);
    List<String> questions = MadeQueries.of(pages, load.queries(), seed);
    try (BrokerProcess broker = BrokerProcess.start(data.resolve("broker"), FreePort.find())) {
      String kafka = broker.bootstrapServers();
      try (SearchServer server = SearchServer.start(data, heap, kafka, false);
          VisibilityDelay index = new VisibilityDelay(kafka, server, pages)) {
        LoadClient asker = new LoadClient(server);
        first(table, asker, questions);
        compare(table, asker, index, questions);
        pages(table, asker, index, questions);
        underLoad(table, asker, index, questions);
        visible(table, server, index, questions);
        table.row("heap after a collection", "%,d MiB of %,d".formatted(server.heap(), heap));
      }
      if (load.hybrid()) {
        vectors(table);
        try (SearchServer server = SearchServer.start(data, heap, kafka, true);
            VisibilityDelay index = new VisibilityDelay(kafka, server, pages)) {
          server.awaitModel();
          new HybridCost(new LoadClient(server), index, pages).measure(table, load.queries(), seed);
          table.row("heap after a collection", "%,d MiB of %,d".formatted(server.heap(), heap));
        }
      }
    }
    return table.reached();
  }

  /** What the first of all searchers waits for. */
  private static void first(FigureTable table, LoadClient asker, List<String> questions)
      throws IOException {
    QueryCost cost = asker.inTurn(LoadClient.paths(questions.subList(0, 1), ""));
    table.row(
        "the first search after a start", QueryCost.millis(cost.times().percentile(50)) + " ms");
  }

  private void build(FigureTable table) throws IOException {
    long began = System.nanoTime();
    RecordSpool spool = RecordSpool.write(data.resolve("spool"), pages);
    table.row(
        "made up",
        "%,d pages, %,d records, %,d MB in %,d s"
            .formatted(
                pages.documents(),
                spool.records(),
                Files.size(spool.file()) / 1_000_000,
                (System.nanoTime() - began) / 1_000_000_000));
    IndexBuild.BuildResult built = IndexBuild.run(data.resolve("index"), spool, pages.documents());
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
   * By turns, so that whatever else this machine does hits both alike. What is compiled while it
   * runs counts as CPU: the first rounds are warm-up. The index changes before each round: no
   * answer is one that was given before.
   */
  private void compare(
      FigureTable table, LoadClient asker, VisibilityDelay index, List<String> questions)
      throws IOException, InterruptedException {
    List<QueryCost> bare = new ArrayList<>();
    List<QueryCost> lean = new ArrayList<>();
    List<QueryCost> full = new ArrayList<>();
    try (BareLucene lucene = BareLucene.open(data.resolve("index"), questions)) {
      table.row("segments", Integer.toString(lucene.segments()));
      for (int round = 0; round < WARM_UP; round++) {
        index.change();
        lucene.round();
        asker.inTurn(LoadClient.paths(questions, RESULTS_ONLY));
        asker.inTurn(LoadClient.paths(questions, ""));
      }
      for (int round = 0; round < load.rounds(); round++) {
        index.change();
        bare.add(lucene.round());
        lean.add(asker.inTurn(LoadClient.paths(questions, RESULTS_ONLY)));
        full.add(asker.inTurn(LoadClient.paths(questions, "")));
      }
    }
    double base = QueryCost.median(bare).cpuMicros();
    double ratio = QueryCost.median(lean).cpuMicros() / base;
    table.row("bare Lucene, each search", QueryCost.median(bare).toString());
    table.row(
        "HTTP, results alone",
        "%s · %.2f × bare".formatted(QueryCost.median(lean), ratio),
        "≤ 1.5 ×",
        ratio <= 1.5);
    table.row(
        "HTTP, with facets and highlights",
        "%s · %.2f × bare"
            .formatted(QueryCost.median(full), QueryCost.median(full).cpuMicros() / base));
  }

  private void pages(
      FigureTable table, LoadClient asker, VisibilityDelay index, List<String> questions)
      throws IOException, InterruptedException {
    List<String> resources =
        IntStream.range(0, 500)
            .map(page -> page * (pages.documents() / 500))
            .mapToObj(page -> "/resource?url=" + encoded(pages.address(page).value()))
            .toList();
    List<String> guides =
        IntStream.range(0, pages.guides())
            .mapToObj(guide -> "/guide/" + MadeGuides.id(guide))
            .toList();
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    kinds.put("results", questions.stream().map(it -> "/search?q=" + encoded(it)).toList());
    kinds.put("a resource", resources);
    kinds.put("a guide", guides);
    kinds.put("home", Collections.nCopies(100, "/"));
    kinds.put("changes", Collections.nCopies(100, "/changes"));
    for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
      asker.inTurn(kind.getValue());
      index.change();
      Duration slow = asker.inTurn(kind.getValue()).times().percentile(95);
      table.row(
          "page: " + kind.getKey(),
          "p95 " + QueryCost.millis(slow) + " ms",
          "≤ 30 ms",
          slow.toMillis() <= 30);
    }
  }

  private void visible(
      FigureTable table, SearchServer server, VisibilityDelay index, List<String> questions)
      throws IOException, InterruptedException {
    try (ExecutorService searching = Executors.newSingleThreadExecutor()) {
      Future<QueryCost> searches =
          searching.submit(() ->
              new LoadClient(server)
                  .atRate(
                      LoadClient.paths(questions, RESULTS_ONLY),
                      load.rate(),
                      load.duration().plusSeconds(1)));
      Figures found = Figures.of(index.measure(load.duration()));
      searches.get();
      table.row(
          "event → found, under %d searches/s".formatted(load.rate()),
          "p50 %s · p99 %s ms of %d"
              .formatted(
                  QueryCost.millis(found.percentile(50)),
                  QueryCost.millis(found.percentile(99)),
                  found.sorted().size()),
          "≤ 1 s",
          found.percentile(99).toMillis() <= 1_000);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private void vectors(FigureTable table) throws IOException {
    long began = System.nanoTime();
    int given = MadeVectors.give(data.resolve("index"));
    double seconds = (System.nanoTime() - began) / 1e9;
    table.row("made-up vectors", "%,d, %,.0f/s".formatted(given, given / seconds));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private void underLoad(
      FigureTable table, LoadClient asker, VisibilityDelay index, List<String> questions)
      throws IOException, InterruptedException {
    for (String details : List.of(RESULTS_ONLY, "")) {
      index.change();
      QueryCost cost =
          asker.atRate(LoadClient.paths(questions, details), load.rate(), load.duration());
      table.row(
          "%d searches/s, %s"
              .formatted(
                  load.rate(), details.isEmpty() ? "facets and highlights" : "results alone"),
          "p50 %s · p95 %s · p99 %s · max %s ms · CPU %,.0f µs"
              .formatted(
                  QueryCost.millis(cost.times().percentile(50)),
                  QueryCost.millis(cost.times().percentile(95)),
                  QueryCost.millis(cost.times().percentile(99)),
                  QueryCost.millis(cost.times().percentile(100)),
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
