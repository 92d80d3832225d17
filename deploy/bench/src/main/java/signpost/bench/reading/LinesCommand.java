package signpost.bench.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.url.WebUrl;
import signpost.web.extract.TrainingLine;

/** Writes down the lines of pages whose content is known, for learning what content looks like. */
@Command(
    name = "lines",
    mixinStandardHelpOptions = true,
    description = {
      "Writes every line of pages whose content is known, with what is counted about it and the"
          + " share of it that is content, as tab-separated text.",
      "deploy/bench/trees learns from it what extract goes by; its pom.xml says how."
    })
public final class LinesCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What stands below a country's label for all to register under. */
  private static final Set<String> SHARED = Set.of("co", "com", "org", "gov", "ac", "net", "nhs");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--pages",
      paramLabel = "FOLDER",
      description =
          "html/N.html.gz with ground-truth/N.json, or folders of source.html and expected.html;"
              + " may be given more than once")
  private List<Path> folders =
      List.of(Path.of("../shared/data/wcxb"), Path.of("../shared/data/readability-pages"));

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "where to write")
  private Path out = Path.of("");

  /** One page whose content is known. */
  private record KnownPage(String name, String kind, String site, Path html, String content) {}

  @Override
  public Integer call() throws IOException {
    int pages = 0;
    try (BufferedWriter to = Files.newBufferedWriter(out)) {
      to.write("page\tkind\tsite\tcontentWords\tlabel\twords\tshape\t");
      to.write(String.join("\t", TrainingLine.featureNames()) + "\n");
      for (Path each : folders) {
        Path folder = Path.of(System.getProperty("signpost.top", ".")).resolve(each).normalize();
        for (Path file : files(folder)) {
          write(to, Files.isDirectory(file) ? reviewed(file) : labelled(folder, file));
          pages++;
        }
      }
    }
    spec.commandLine().getOut().println(pages + " pages, their lines are in " + out);
    return 0;
  }

  private static List<Path> files(Path folder) throws IOException {
    Path html = folder.resolve("html");
    try (Stream<Path> all = Files.list(Files.isDirectory(html) ? html : folder)) {
      return all.filter(it -> it.toString().endsWith(".gz") || Files.isDirectory(it))
          .sorted()
          .toList();
    }
  }

  private static KnownPage reviewed(Path folder) throws IOException {
    Path html = folder.resolve("source.html");
    String canonical =
        Optional.ofNullable(
                Jsoup.parse(Files.readString(html)).selectFirst("link[rel=canonical][href]"))
            .map(it -> it.attr("href"))
            .orElse("");
    String name = folder.getFileName().toString();
    return new KnownPage(
        name,
        "reviewed",
        site(canonical, name),
        html,
        Jsoup.parse(Files.readString(folder.resolve("expected.html"))).wholeText());
  }

  private static KnownPage labelled(Path folder, Path file) throws IOException {
    String name = file.getFileName().toString().replace(".html.gz", "");
    JsonNode truth = JSON.readTree(folder.resolve("ground-truth/" + name + ".json").toFile());
    return new KnownPage(
        name,
        truth.path("_internal").path("page_type").path("primary").asText("article"),
        site(truth.path("url").asText(), name),
        file,
        truth.path("ground_truth").path("main_content").asText());
  }

  private static byte[] bytes(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return Files.readAllBytes(file);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  /** The last two labels of the host, or three under a short one such as co.uk. */
  private static String site(String url, String otherwise) {
    String host = WebUrl.parse(url).map(WebUrl::host).orElse(otherwise);
    String[] labels = host.split("\\.", -1);
    int from = labels.length;
    boolean national = labels[labels.length - 1].length() == 2;
    from -= national && SHARED.contains(labels[Math.max(0, labels.length - 2)]) ? 3 : 2;
    return Stream.of(labels).skip(Math.max(0, from)).collect(Collectors.joining("."));
  }

  private static void write(BufferedWriter to, KnownPage page) throws IOException {
    ContentShare content = ContentShare.of(page.content());
    String start = page.name() + "\t" + page.kind() + "\t" + page.site() + "\t" + content.words();
    for (TrainingLine line : TrainingLine.of(bytes(page.html()))) {
      to.write(String.format(Locale.ROOT, "%s\t%.3f\t", start, content.share(line.text())));
      to.write(line.words() + "\t" + Long.toHexString(line.shape()));
      for (float value : line.features()) {
        to.write("\t" + value);
      }
      to.write("\n");
    }
  }
}
