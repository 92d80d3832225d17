package signpost.cli.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every class of ours but those of tests and of the benches. */
final class House {
  static final Path TOP = Path.of("..", "..");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("signpost");

  /** Those of Maven's with sources, so that none is left off a map. */
  static final List<String> MODULES = modules();

  private House() {}

  /** Files of a module below a folder whose names end so, in order; none without the folder. */
  static List<Path> files(String module, String folder, String ending) throws IOException {
    Path top = TOP.resolve(module).resolve(folder);
    if (!Files.isDirectory(top)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(top)) {
      return files.filter(it -> it.toString().endsWith(ending)).sorted().toList();
    }
  }

  static String packageOf(Path file) {
    String path = slashed(file);
    return path.substring(path.indexOf("/java/") + 6, path.lastIndexOf('/')).replace('/', '.');
  }

  static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static List<String> modules() {
    try {
      return Pattern.compile("<module>(.*?)</module>")
          .matcher(Files.readString(TOP.resolve("pom.xml")))
          .results()
          .map(it -> it.group(1))
          .filter(it -> Files.isDirectory(TOP.resolve(it).resolve("src")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
