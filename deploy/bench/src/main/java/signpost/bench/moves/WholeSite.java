package signpost.bench.moves;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import signpost.bench.moves.WordVectors.WordVector;
import signpost.url.WebUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;

/** All pages of a site, for methods that read it whole before they answer. */
final class WholeSite {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final WebUrl BASE = WebUrl.of("http://site.test/");

  private final List<SitePage> pages;
  private final WordVectors vectors;

  /** What the methods compare. */
  record SitePage(String path, Set<String> slug, Set<String> title, WordVector text) {}

  private record ReadFile(String path, ReadablePage page) {}

  private WholeSite(List<SitePage> pages, WordVectors vectors) {
    this.pages = List.copyOf(pages);
    this.vectors = vectors;
  }

  /** Reads the files of a folder. */
  static WholeSite in(Path folder) throws IOException {
    List<ReadFile> read = new ArrayList<>();
    try (var reader = new MediaPageReader(PublisherRules.builtIn())) {
      for (Path file : files(folder)) {
        read(reader, folder, file).ifPresent(read::add);
      }
    }
    var vectors = new WordVectors(read.stream().map(it -> words(it.page.text())).toList());
    return new WholeSite(
        read.stream().map(it -> page(it.path, it.page, vectors)).toList(), vectors);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(it -> it.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static Optional<ReadFile> read(MediaPageReader reader, Path folder, Path file)
      throws IOException {
    String name = folder.relativize(file).toString();
    String path = "/" + name.replaceFirst("(^|/)index\\.html$", "$1");
    return reader.read(Files.readAllBytes(file), Optional.of("text/html"), BASE)
            instanceof ReadOutcome.Read(ReadablePage page)
        ? Optional.of(new ReadFile(path, page))
        : Optional.empty();
  }

  private static SitePage page(String path, ReadablePage page, WordVectors vectors) {
    return new SitePage(
        path, slug(path), new HashSet<>(words(page.title())), vectors.of(words(page.text())));
  }

  /** The page as it was, compared as those of today are. */
  SitePage remembered(String path, ReadablePage page) {
    return page(path, page, vectors);
  }

  List<SitePage> pages() {
    return pages;
  }

  private static Set<String> slug(String path) {
    String bare = path.replaceFirst("/$", "").replaceFirst("\\.html$", "");
    return new HashSet<>(words(bare.substring(bare.lastIndexOf('/') + 1)));
  }

  private static List<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(it -> !it.isEmpty())
        .toList();
  }
}
