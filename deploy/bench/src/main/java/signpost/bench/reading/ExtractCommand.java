package signpost.bench.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.bench.Figures;
import signpost.bench.reading.Shingles.ShingleScore;
import signpost.url.WebUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;

/** Measures how well and how fast the main content of pages is found. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Reads pages whose main content is known, as Signpost does and as readability4j 1.0.8 does.",
      "Words are compared as runs of four, with counts; F1, precision and recall are means over"
          + " pages, times are percentiles over pages of the median of the rounds.",
      "Each page is a folder with source.html and expected.html."
    })
public final class ExtractCommand implements Callable<Integer> {
  private static final WebUrl FROM = WebUrl.of("http://example.org/news/page.html");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--pages",
      defaultValue = "../shared/data/readability-pages",
      description = "a folder of such folders; from the project's top (default: ${DEFAULT-VALUE})")
  private Path pages = Path.of("");

  @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(names = "--each", description = "one line a page, worst first")
  private boolean each;

  private record GoldPage(String name, String source, Shingles expected) {}

  private record ExtractionScore(String name, ShingleScore score, double millis) {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Path.of(System.getProperty("signpost.top", ".")).resolve(pages).normalize();
    if (!Files.isDirectory(folder)) {
      spec.commandLine().getErr().println("signpost: there are no pages in " + folder);
      return 3;
    }
    List<GoldPage> all = load(folder);
    out.printf("%d pages%n", all.size());
    try (MediaPageReader reader = new MediaPageReader(PublisherRules.builtIn())) {
      print(out, "Signpost", measured(all, PageExtractor.signpost(reader)), each);
    }
    print(out, "readability4j", measured(all, PageExtractor.readability4j()), false);
    return 0;
  }

  private static List<GoldPage> load(Path folder) throws IOException {
    List<GoldPage> all = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path page : folders.filter(Files::isDirectory).sorted().toList()) {
        String expected = Jsoup.parse(Files.readString(page.resolve("expected.html"))).wholeText();
        all.add(
            new GoldPage(
                page.getFileName().toString(),
                Files.readString(page.resolve("source.html")),
                Shingles.of(expected)));
      }
    }
    return all;
  }

  private List<ExtractionScore> measured(List<GoldPage> pages, PageExtractor reading) {
    pages.forEach(page -> reading.text(page.source().getBytes(UTF_8), FROM)); // the JVM warms up
    return pages.stream().map(page -> measured(page, reading)).toList();
  }

  private ExtractionScore measured(GoldPage page, PageExtractor reading) {
    byte[] source = page.source().getBytes(UTF_8);
    List<Double> millis = new ArrayList<>();
    String text = "";
    for (int round = 0; round < rounds; round++) {
      long started = System.nanoTime();
      text = reading.text(source, FROM);
      millis.add((System.nanoTime() - started) / 1e6);
    }
    return new ExtractionScore(
        page.name(), Shingles.of(text).against(page.expected()), percentile(millis, 50));
  }

  private static void print(
      PrintWriter out, String who, List<ExtractionScore> results, boolean each) {
    if (each) {
      results.stream()
          .sorted((a, b) -> Double.compare(a.score().f1(), b.score().f1()))
          .forEach(
              it -> out.printf("  %.3f %7.2f ms %s%n", it.score().f1(), it.millis(), it.name()));
    }
    List<Double> millis = results.stream().map(ExtractionScore::millis).toList();
    out.printf(
        "%-14s F1 %.4f · precision %.4f · recall %.4f · p50 %.2f ms · p95 %.2f ms a page%n",
        who,
        mean(results, ShingleScore::f1),
        mean(results, ShingleScore::precision),
        mean(results, ShingleScore::recall),
        percentile(millis, 50),
        percentile(millis, 95));
  }

  private static double mean(List<ExtractionScore> results, ToDoubleFunction<ShingleScore> of) {
    return results.stream().map(ExtractionScore::score).mapToDouble(of).average().orElse(0);
  }

  private static double percentile(List<Double> values, int percent) {
    return Figures.percentile(values.stream().sorted().toList(), percent).orElse(0.0);
  }
}
