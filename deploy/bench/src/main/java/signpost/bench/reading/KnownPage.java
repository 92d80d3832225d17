package signpost.bench.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import signpost.url.WebUrl;

/**
 * One page whose content is known.
 *
 * @param kind what kind of page it is, as its collection says
 * @param site pages of one site are learned from together, or not at all
 * @param content its main content, as a person marked it
 */
record KnownPage(String name, String kind, String site, Path html, String content) {
  /** Sites are split into so many parts; trees that are judged by one learn from the others. */
  private static final int PARTS = 5;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What stands below a country's label for all to register under. */
  private static final Set<String> SHARED = Set.of("co", "com", "org", "gov", "ac", "net", "nhs");

  /** All pages of a folder: html/N.html.gz with ground-truth/N.json, or folders of sources. */
  static List<KnownPage> in(Path given) throws IOException {
    Path folder = Path.of(System.getProperty("signpost.top", ".")).resolve(given).normalize();
    List<KnownPage> pages = new ArrayList<>();
    for (Path file : files(folder)) {
      pages.add(Files.isDirectory(file) ? reviewed(file) : labelled(folder, file));
    }
    return pages;
  }

  /** The part its site belongs to, from 0. */
  int part() {
    return Math.floorMod(site.hashCode() * 31 + 7, PARTS);
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

  byte[] bytes() throws IOException {
    if (!html.toString().endsWith(".gz")) {
      return Files.readAllBytes(html);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(html))) {
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
}
