package signpost.notifier.owner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a folder looks from outside: two looks that are equal and settled promise equal files. */
record FolderLook(Map<String, Look> files, boolean settled) {
  /** Some disks tell the time of a change only to two seconds. */
  private static final Duration COARSEST = Duration.ofSeconds(2);

  FolderLook {
    files = Map.copyOf(files);
  }

  record Look(long size, FileTime changedAt, Optional<String> identity, boolean readable) {}

  /** A look now; none if the folder or a file in it cannot be looked at. */
  static Optional<FolderLook> at(Path folder, Instant now) {
    Map<String, Look> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        files.put(String.valueOf(path.getFileName()), look(path));
      }
    } catch (IOException | UncheckedIOException _) {
      return Optional.empty(); // whoever reads it says what is wrong
    }
    FileTime young = FileTime.from(now.minus(COARSEST));
    boolean settled =
        files.values().stream().allMatch(file -> file.changedAt().compareTo(young) < 0);
    return Optional.of(new FolderLook(files, settled));
  }

  private static Look look(Path path) throws IOException {
    BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
    @Nullable Object key = seen.fileKey();
    return new Look(
        seen.size(),
        seen.lastModifiedTime(),
        Optional.ofNullable(key).map(Object::toString),
        Files.isReadable(path));
  }
}
