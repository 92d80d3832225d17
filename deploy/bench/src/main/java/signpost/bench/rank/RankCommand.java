package signpost.bench.rank;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import signpost.bench.Figures;
import signpost.search.embed.EmbeddingModel;
import signpost.search.rank.RankMode;

/** Measures how well search ranks a judged collection. */
@Command(
    name = "rank",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a collection in BEIR's form into the product's own index, asks its queries as the product"
          + " would, and prints nDCG@10, recall@100 and how long a query took (the making of its"
          + " vector included), beside plain BM25 over title and text, and how long a plain Lucene"
          + " search of the product's own query takes.",
      "Without --mode all four are compared; only hybrid, and lexical where there are no vectors, are"
          + " what people get."
    })
public final class RankCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--corpus", required = true, description = "corpus.jsonl: _id, title, text")
  private Path corpus = Path.of("corpus.jsonl");

  @Option(names = "--queries", required = true, description = "queries.jsonl: _id, text")
  private Path queries = Path.of("queries.jsonl");

  @Option(names = "--qrels", required = true, description = "query, document, grade, by tabs")
  private Path qrels = Path.of("qrels.tsv");

  @Option(names = "--mode", description = "one of ${COMPLETION-CANDIDATES}")
  private @Nullable RankMode mode;

  @Option(names = "--run", description = "write the results as a TREC run file; needs --mode")
  private @Nullable Path run;

  @Option(
      names = "--strangers",
      description =
          "queries.jsonl of another subject or language, any number: how near these stand to the"
              + " pages, and how many are shown some for their meaning alone")
  private List<Path> strangers = List.of();

  @Override
  public Integer call() throws IOException {
    if (run != null && mode == null) {
      throw refused("--run writes one mode: say which with --mode.");
    }
    if (!strangers.isEmpty() && mode != null) {
      throw refused("--strangers asks as people do: without --mode and --run.");
    }
    for (Path file :
        Stream.concat(Stream.of(corpus, queries, qrels), strangers.stream()).toList()) {
      if (!Files.isRegularFile(file)) {
        throw refused("There is no file " + file + ".");
      }
    }
    Path folder = Files.createTempDirectory("signpost-rank");
    try {
      measure(folder);
      return 0;
    } catch (JudgedCollection.UnreadableException e) {
      throw refused(String.valueOf(e.getMessage()));
    } finally {
      delete(folder);
    }
  }

  private void measure(Path folder) throws IOException {
    Map<String, Map<String, Integer>> judgements = JudgedCollection.judgements(qrels);
    Map<String, String> asked = judged(JudgedCollection.queries(queries), judgements);
    if (asked.isEmpty()) {
      throw refused("No query of " + queries + " has a judgement above 0 in " + qrels + ".");
    }
    long begun = System.nanoTime();
    try (RankIndex index = RankIndex.of(corpus, folder.resolve("index"));
        PlainSearch plain = PlainSearch.of(corpus, folder.resolve("plain"))) {
      out()
          .printf(
              "%,d documents indexed in %.1f s, %,d judged queries%n",
              index.size(), (System.nanoTime() - begun) / 1e9, asked.size());
      if (mode == RankMode.LEXICAL) {
        print(new RankRun(index, Optional.empty()), plain, asked, judgements);
      } else {
        withModel(folder, index, plain, asked, judgements);
      }
    }
  }

  private void withModel(
      Path folder,
      RankIndex index,
      PlainSearch plain,
      Map<String, String> asked,
      Map<String, Map<String, Integer>> judgements)
      throws IOException {
    try (EmbeddingModel model = EmbeddingModel.load(folder.resolve("native"))) {
      Duration took = index.embed(model, out());
      out()
          .printf(
              "embedded in %.1f s: %.0f pages/s%n",
              took.toMillis() / 1e3, index.size() / (took.toMillis() / 1e3));
      if (strangers.isEmpty()) {
        print(new RankRun(index, Optional.of(model)), plain, asked, judgements);
      } else {
        near(new StrangeQuestions(index, model), asked, judgements);
      }
    }
  }

  private void near(
      StrangeQuestions questions,
      Map<String, String> asked,
      Map<String, Map<String, Integer>> judgements)
      throws IOException {
    out()
        .printf(
            "%n%-26s %5s %5s   %-29s   %s%n",
            "questions",
            "asked",
            "meant",
            "nearest: p50 · p95 · p99 · max",
            "shown pages without words");
    out().println(questions.ask("its own", asked.values()));
    for (Path file : strangers) {
      out()
          .println(
              questions.ask(
                  String.valueOf(file.getFileName()), JudgedCollection.queries(file).values()));
      out().flush();
    }
    List<Double> judged = questions.judged(asked, judgements);
    for (double least = 0.40; least < 0.75; least += 0.05) {
      double at = least;
      long reach = judged.stream().filter(it -> it >= at).count();
      out()
          .printf(
              "judged to answer and at least at %.2f: %.1f %%%n",
              at, 100.0 * reach / judged.size());
    }
  }

  private void print(
      RankRun ranking,
      PlainSearch plain,
      Map<String, String> asked,
      Map<String, Map<String, Integer>> judgements)
      throws IOException {
    out()
        .printf(
            "%n%-22s %8s %10s   %-24s %9s%n",
            "mode", "nDCG@10", "recall@100", "p50 · p95 · p99 ms", "queries/s");
    for (RankMode each : mode == null ? RankMode.values() : new RankMode[] {mode}) {
      ranking.all(asked, each);
      RankRun.RankedRun result = ranking.all(asked, each);
      print(each.name().toLowerCase(java.util.Locale.ROOT), result, judgements);
      if (run != null) {
        TrecRun.write(run, result.orders(), "signpost-" + each);
      }
    }
    plain.all(asked);
    print("plain BM25", plain.all(asked), judgements);
    ranking.bare(asked);
    out()
        .printf("%-22s %8s %10s   %s%n", "bare Lucene, top 10", "", "", speed(ranking.bare(asked)));
  }

  private void print(
      String name, RankRun.RankedRun result, Map<String, Map<String, Integer>> judgements) {
    double ndcg = 0;
    double recall = 0;
    for (Map.Entry<String, Map<String, Double>> order : result.orders().entrySet()) {
      Map<String, Integer> grades = judgements.getOrDefault(order.getKey(), Map.of());
      List<String> ids = List.copyOf(order.getValue().keySet());
      ndcg += RankingQuality.ndcg(ids, grades, 10);
      recall += RankingQuality.recall(ids, grades, RankRun.DEPTH);
    }
    int queries = result.orders().size();
    out()
        .printf(
            "%-22s %8.4f %10.4f   %s%n",
            name, ndcg / queries, recall / queries, speed(result.took()));
  }

  private static String speed(List<Duration> took) {
    Figures figures = Figures.of(took);
    double seconds = took.stream().mapToLong(Duration::toNanos).sum() / 1e9;
    return "%5.2f · %5.2f · %5.2f      %9.0f"
        .formatted(
            figures.percentile(50).toNanos() / 1e6,
            figures.percentile(95).toNanos() / 1e6,
            figures.percentile(99).toNanos() / 1e6,
            took.size() / seconds);
  }

  /** Queries nobody judged say nothing. */
  private static Map<String, String> judged(
      Map<String, String> queries, Map<String, Map<String, Integer>> judgements) {
    Map<String, String> judged = new LinkedHashMap<>(queries);
    judged
        .keySet()
        .removeIf(
            id -> judgements.getOrDefault(id, Map.of()).values().stream().noneMatch(it -> it > 0));
    return judged;
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
