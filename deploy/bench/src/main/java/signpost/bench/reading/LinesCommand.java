package signpost.bench.reading;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.web.extract.TrainingLine;
import signpost.web.extract.TriedTrees;
import signpost.web.extract.TriedTrees.TriedReading;

/** Writes down the lines of pages whose content is known, for learning what content looks like. */
@Command(
    name = "lines",
    mixinStandardHelpOptions = true,
    description = {
      "Writes every line of pages whose content is known, with what is counted about it and the"
          + " share of it that is content, as tab-separated text; or reads the pages by trees that"
          + " were learned from other sites, and says how well that goes.",
      "deploy/bench/trees learns from it what extract goes by; its pom.xml says how."
    })
public final class LinesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--pages",
      paramLabel = "FOLDER",
      description =
          "html/N.html.gz with ground-truth/N.json, or folders of source.html and expected.html;"
              + " may be given more than once")
  private List<Path> folders =
      List.of(Path.of("../shared/data/wcxb"), Path.of("../shared/data/readability-pages"));

  @ArgGroup(multiplicity = "1")
  private Wanted wanted = new Wanted();

  /** What to do with the pages. */
  private static final class Wanted {
    @Option(names = "--out", paramLabel = "FILE", description = "where to write the lines")
    private @Nullable Path out;

    @Option(
        names = "--trees",
        paramLabel = "FOLDER",
        description =
            "reads each page by the trees in FOLDER that learned nothing from its site, and prints"
                + " word F1 and how many kinds are right, by kind of page")
    private @Nullable Path trees;
  }

  @Override
  public Integer call() throws IOException {
    List<KnownPage> pages = new ArrayList<>();
    for (Path folder : folders) {
      pages.addAll(KnownPage.in(folder));
    }
    PrintWriter to = spec.commandLine().getOut();
    if (wanted.out != null) {
      write(pages, wanted.out);
      to.println(pages.size() + " pages, their lines are in " + wanted.out);
    }
    if (wanted.trees != null) {
      judge(pages, wanted.trees, to);
    }
    return 0;
  }

  private static void write(List<KnownPage> pages, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("page\tkind\tpart\tcontentWords\tlabel\twords\tshape\t");
      out.write(String.join("\t", TrainingLine.featureNames()) + "\n");
      for (KnownPage page : pages) {
        write(out, page);
      }
    }
  }

  private static void write(BufferedWriter out, KnownPage page) throws IOException {
    ContentShare content = ContentShare.of(page.content());
    String start = page.name() + "\t" + page.kind() + "\t" + page.part() + "\t" + content.words();
    for (TrainingLine line : TrainingLine.of(page.bytes())) {
      out.write(String.format(Locale.ROOT, "%s\t%.3f\t", start, content.share(line.text())));
      out.write(line.words() + "\t" + Long.toHexString(line.shape()));
      for (float value : line.features()) {
        out.write("\t" + value);
      }
      out.write("\n");
    }
  }

  /** How well one page was read, and whether its kind was seen. */
  private record PageScore(double f1, boolean kindIsRight) {}

  private static void judge(List<KnownPage> pages, Path folder, PrintWriter to) throws IOException {
    Map<Integer, TriedTrees> trees = new HashMap<>();
    Map<String, List<PageScore>> scores = new TreeMap<>();
    for (KnownPage page : pages) {
      int part = page.part();
      if (!trees.containsKey(part)) {
        trees.put(
            part,
            new TriedTrees(
                Files.readString(folder.resolve("block-trees.txt." + part)),
                Files.readString(folder.resolve("kind-trees.txt." + part))));
      }
      PageScore score = judge(page, trees.get(part).read(page.bytes()));
      for (String kind : List.of(page.kind(), "all")) {
        scores.computeIfAbsent(kind, _ -> new ArrayList<>()).add(score);
      }
    }
    scores.forEach((kind, all) -> to.println(line(kind, all)));
  }

  private static PageScore judge(KnownPage page, TriedReading reading) {
    return new PageScore(
        ContentShare.agreement(reading.text(), page.content()),
        reading.kind().name().toLowerCase(Locale.ROOT).equals(page.kind()));
  }

  private static String line(String kind, List<PageScore> scores) {
    return String.format(
        Locale.ROOT,
        "%-14s %5d pages  F1 %.3f  none of it: %d  kind right: %d",
        kind,
        scores.size(),
        scores.stream().mapToDouble(PageScore::f1).average().orElse(0),
        scores.stream().filter(it -> it.f1() == 0).count(),
        scores.stream().filter(PageScore::kindIsRight).count());
  }
}
