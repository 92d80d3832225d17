package signpost.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The generations of the index in one folder ({@code g1}, {@code g2}, …). The newest that fits is
 * used; a new one is begun beside the others, which go once it has caught up.
 */
final class IndexFolder {
  private final Path home;

  IndexFolder(Path home) throws IOException {
    this.home = Files.createDirectories(home);
  }

  /** Newest first. */
  List<Path> generations() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files
          .filter(file -> file.getFileName().toString().matches("g\\d{1,9}"))
          .sorted(Comparator.comparingInt(IndexFolder::number).reversed())
          .toList();
    }
  }

  Path next() throws IOException {
    int last = generations().stream().findFirst().map(IndexFolder::number).orElse(0);
    return Files.createDirectory(home.resolve("g" + (last + 1)));
  }

  void removeAllBut(Path live) throws IOException {
    for (Path generation : generations()) {
      if (!generation.equals(live)) {
        remove(generation);
      }
    }
  }

  private static int number(Path generation) {
    return Integer.parseInt(generation.getFileName().toString().substring(1));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
