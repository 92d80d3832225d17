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

/** Every class of ours but those of tests and of the benches. */
final class House {
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("signpost");

  /** As Maven has them, so that none is left off a map. */
  static final List<String> MODULES = modules();

  private House() {}

  private static List<String> modules() {
    try {
      return Pattern.compile("<module>(.*?)</module>")
          .matcher(Files.readString(Path.of("..", "..", "pom.xml")))
          .results()
          .map(it -> it.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
