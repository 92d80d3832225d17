package signpost.record.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.StartedProcess;

/** SQLite's library in processes of their own: in this one somebody may have loaded it before. */
final class SqliteLibraryTest {
  @TempDir private Path folder;

  /** Opens a database, and keeps it open until somebody says that it is enough. */
  static final class OneDatabase {
    private OneDatabase() {}

    public static void main(String[] arguments) throws Exception {
      try (Database database = Database.open(Databases.SCHEMA, arguments[0], "", "")) {
        System.out.println("Opened " + database.read(handle -> 1));
        boolean _ = System.in.read() < 0;
      } catch (UnusableDatabase e) {
        System.out.println("Refused " + e.getMessage());
      }
    }
  }

  private StartedProcess process(Path temporary) {
    return StartedProcess.of(
        new ProcessBuilder(
                StartedProcess.tool(
                    "java",
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.io.tmpdir=" + temporary,
                    "-cp",
                    System.getProperty("java.class.path"),
                    OneDatabase.class.getName(),
                    "jdbc:sqlite:" + folder.resolve("own.db")))
            .redirectErrorStream(true));
  }

  @Test
  void libraryIsUnpackedWhereNoOtherProcessCleansUpAndLeavesNothing() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    try (StartedProcess process = process(temporary)) {
      process.await("Opened 1");
      try (Stream<Path> left = Files.list(temporary)) {
        assertThat(left).noneMatch(it -> it.getFileName().toString().contains("sqlite"));
      }
    }
  }

  @Test
  void whereItCannotBeUnpackedTheMessageSaysWhatToDo() {
    try (StartedProcess process = process(folder.resolve("none"))) {
      assertThat(process.await("Refused "))
          .contains(folder.resolve("none").toString(), "noexec", "-Djava.io.tmpdir=FOLDER")
          .doesNotContain("does not answer");
    }
  }
}
