package signpost.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Collections that lie beside the project on some machines, and on others do not. */
public final class SharedData {
  private SharedData() {}

  /** A folder of them, such as {@code data/readability-pages}; a test without it is skipped. */
  public static Optional<Path> folder(String name) {
    return Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
        .map(above -> above.resolve("shared").resolve(name))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
