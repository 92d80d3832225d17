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
        paramLabel = "FILE",
        description =
            "reads each page by FILE.0, FILE.1 …, whichever learned nothing from its site, and"
                + " prints word F1 by kind of page")
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

  private static void judge(List<KnownPage> pages, Path trees, PrintWriter to) throws IOException {
    Map<Integer, String> learned = new HashMap<>();
    Map<String, List<Double>> scores = new TreeMap<>();
    for (KnownPage page : pages) {
      if (!learned.containsKey(page.part())) {
        learned.put(page.part(), Files.readString(Path.of(trees + "." + page.part())));
      }
      String text = TrainingLine.read(page.bytes(), learned.get(page.part()));
      double f1 = ContentShare.agreement(text, page.content());
      for (String kind : List.of(page.kind(), "all")) {
        scores.computeIfAbsent(kind, _ -> new ArrayList<>()).add(f1);
      }
    }
    scores.forEach((kind, all) -> to.println(line(kind, all)));
  }

  private static String line(String kind, List<Double> scores) {
    double mean = scores.stream().mapToDouble(it -> it).average().orElse(0);
    long empty = scores.stream().filter(it -> it == 0).count();
    return String.format(
        Locale.ROOT, "%-14s %5d pages  F1 %.3f  none of it: %d", kind, scores.size(), mean, empty);
  }
}
