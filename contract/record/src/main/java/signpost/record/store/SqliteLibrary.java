package signpost.record.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import signpost.record.CauseChain;

/**
 * SQLite's own library, which its driver unpacks when it is first used: by itself into the folder
 * for temporary files that all processes share, where each cleans up behind the others and is in
 * their way. Here it has a folder of this process's own, which goes as soon as the library is
 * loaded: what the process has open stays until it ends.
 */
final class SqliteLibrary {
  /** Where the driver unpacks; whoever names a folder has it. */
  private static final String FOLDER = "org.sqlite.tmpdir";

  private static boolean loaded;

  private SqliteLibrary() {}

  /**
   * Loads it, once for each process.
   *
   * @throws IllegalStateException with a message for ops if it cannot be unpacked or loaded
   */
  static synchronized void load() {
    if (loaded || System.getProperty(FOLDER) != null) {
      return;
    }
    try {
      Path own = Files.createTempDirectory("signpost-sqlite-");
      try {
        load(own);
      } finally {
        delete(own);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static void load(Path own) {
    System.setProperty(FOLDER, own.toString());
    try (Connection _ = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      loaded = true;
    } catch (SQLException e) {
      throw unusable(e);
    } finally {
      System.clearProperty(FOLDER);
    }
  }

  private static IllegalStateException unusable(Exception why) {
    return new IllegalStateException(
        "SQLite’s library cannot be unpacked below %s, or not be loaded from there (%s). Where that is full, is not ours to write to or runs no programs (noexec), name another folder: SIGNPOST_JAVA_OPTS=-Djava.io.tmpdir=FOLDER"
            .formatted(System.getProperty("java.io.tmpdir"), CauseChain.of(why).getLast()));
  }

  private static void delete(Path own) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(own)) {
      files = found.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(own);
  }
}
